package io.rapport.report.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.PageFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one polarity on the spread page.
 *
 * @param tone the style class
 * @param gauge the drawing of the reproduction number; null when it is not measurable
 * @param sentence the meaning of the number, or why it is not measurable
 */
record SpreadColumn(
        String title, String tone, @Nullable ReproductionGauge gauge, String sentence, List<LabeledFigure> figures) {

    private static final int MIN_PARENTS = 5;

    /** Positive and negative messages, drawn to one scale to be comparable. */
    static List<SpreadColumn> both(WindowSpread spread) {
        var scale = ReproductionGauge.scale(
                spread.positive().reproduction(), spread.negative().reproduction());
        return List.of(
                of("Good word", "good", spread.positive(), scale), of("Bad word", "bad", spread.negative(), scale));
    }

    private static SpreadColumn of(String title, String tone, PolaritySpread word, double scale) {
        var reproduction = word.reproduction();
        return new SpreadColumn(
                title,
                tone,
                reproduction.measurable() ? ReproductionGauge.of(reproduction, scale) : null,
                reproduction.measurable() ? meaning(reproduction) : whyNot(reproduction),
                List.of(
                        new LabeledFigure("Carriers", PageFormat.count(word.carriers()), "people who said so"),
                        new LabeledFigure("Voices", PageFormat.count(word.voices()), "messages of theirs"),
                        new LabeledFigure("Reach", PageFormat.count(word.reach()), "followers they are known to have"),
                        new LabeledFigure(
                                "First to follow", PageFormat.duration(word.secondsToFirst()), "half come within"),
                        new LabeledFigure(
                                "Fifth to follow", PageFormat.duration(word.secondsToFifth()), "half come within")));
    }

    private static String meaning(ReproductionNumber from) {
        var seen = PageFormat.counted(from.parents(), "message") + " brought about " + PageFormat.count(from.children())
                + ". ";
        if (Objects.requireNonNullElse(from.low(), 0.0) > 1) {
            return seen + "Each brings about more than one more: it grows by itself.";
        }
        return Objects.requireNonNullElse(from.high(), 0.0) < 1
                ? seen + "Each brings about less than one more: it dies down by itself."
                : seen + "Whether it grows or dies down cannot be told yet: both lie within the range.";
    }

    private static String whyNot(ReproductionNumber from) {
        if (from.parents() >= MIN_PARENTS) {
            return "Of most of these messages only the origin is known, not who passed it on to whom.";
        }
        var there = from.parents() == 0
                ? "no message is old enough"
                : from.parents() == 1 ? "only 1 message is old enough" : "only " + from.parents() + " messages are";
        return "It takes " + MIN_PARENTS + " messages that are more than 48 hours old; " + there + ".";
    }
}
