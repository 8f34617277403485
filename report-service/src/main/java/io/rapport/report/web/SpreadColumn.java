package io.rapport.report.web;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.web.Headline.Figure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Word of one polarity on the spread page.
 *
 * @param tone its style class
 * @param gauge how it reproduces, drawn; null when that is not measurable
 * @param sentence what that means, or why it is not measurable
 */
record SpreadColumn(String title, String tone, @Nullable Gauge gauge, String sentence, List<Figure> figures) {

    private static final int FEWEST_PARENTS = 5;

    /** Good and bad word, drawn to one scale, so that they may be compared. */
    static List<SpreadColumn> both(WindowSpread spread) {
        var scale =
                Gauge.scale(spread.positive().reproduction(), spread.negative().reproduction());
        return List.of(
                of("Good word", "good", spread.positive(), scale), of("Bad word", "bad", spread.negative(), scale));
    }

    private static SpreadColumn of(String title, String tone, PolaritySpread word, double scale) {
        var reproduction = word.reproduction();
        return new SpreadColumn(
                title,
                tone,
                reproduction.measurable() ? Gauge.of(reproduction, scale) : null,
                reproduction.measurable() ? meaning(reproduction) : whyNot(reproduction),
                List.of(
                        new Figure("Carriers", Show.count(word.carriers()), "people who said so"),
                        new Figure("Voices", Show.count(word.voices()), "messages of theirs"),
                        new Figure("Reach", Show.count(word.reach()), "followers they are known to have"),
                        new Figure("First to follow", Show.duration(word.secondsToFirst()), "half come within"),
                        new Figure("Fifth to follow", Show.duration(word.secondsToFifth()), "half come within")));
    }

    private static String meaning(ReproductionNumber from) {
        var seen = Show.counted(from.parents(), "message") + " brought about " + Show.count(from.children()) + ". ";
        if (Objects.requireNonNullElse(from.low(), 0.0) > 1) {
            return seen + "Each brings about more than one more: it grows by itself.";
        }
        return Objects.requireNonNullElse(from.high(), 0.0) < 1
                ? seen + "Each brings about less than one more: it dies down by itself."
                : seen + "Whether it grows or dies down cannot be told yet: both lie within the range.";
    }

    private static String whyNot(ReproductionNumber from) {
        if (from.parents() >= FEWEST_PARENTS) {
            return "Of most of these messages only the origin is known, not who passed it on to whom.";
        }
        var there = from.parents() == 0
                ? "no message is old enough"
                : from.parents() == 1 ? "only 1 message is old enough" : "only " + from.parents() + " messages are";
        return "It takes " + FEWEST_PARENTS + " messages that are more than 48 hours old; " + there + ".";
    }
}
