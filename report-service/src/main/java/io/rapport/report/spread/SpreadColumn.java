package io.rapport.report.spread;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.ListLink;
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
    static List<SpreadColumn> both(WindowSpread spread, ListLink people) {
        var scale = ReproductionGauge.scale(
                spread.positive().reproduction(), spread.negative().reproduction());
        return List.of(
                of("good", spread.positive(), scale, link(people, SpreadPeople.Tone.POSITIVE)),
                of("bad", spread.negative(), scale, link(people, SpreadPeople.Tone.NEGATIVE)));
    }

    private static SpreadColumn of(String tone, PolaritySpread word, double scale, String people) {
        var link = word.carriers() == 0 ? null : people;
        var reproduction = word.reproduction();
        return new SpreadColumn(
                text("spread.word." + tone),
                tone,
                reproduction.measurable() ? ReproductionGauge.of(reproduction, scale) : null,
                reproduction.measurable() ? meaning(reproduction) : whyNot(reproduction),
                List.of(
                        new LabeledFigure(
                                text("spread.carriers"),
                                PageFormat.count(word.carriers()),
                                text("spread.carriers.meaning"),
                                link),
                        new LabeledFigure(
                                text("spread.voices"),
                                PageFormat.count(word.voices()),
                                text("spread.voices.meaning"),
                                link),
                        new LabeledFigure(
                                text("spread.reach"),
                                PageFormat.count(word.reach()),
                                text("spread.reach.meaning"),
                                link),
                        new LabeledFigure(
                                text("spread.first"),
                                PageFormat.duration(word.secondsToFirst()),
                                text("spread.first.meaning")),
                        new LabeledFigure(
                                text("spread.fifth"),
                                PageFormat.duration(word.secondsToFifth()),
                                text("spread.fifth.meaning"))));
    }

    private static String link(ListLink people, SpreadPeople.Tone tone) {
        return people.with("tone", tone.value()).href();
    }

    private static String meaning(ReproductionNumber from) {
        var seen = text("spread.brought", PageFormat.counted(from.parents(), "message"), from.children()) + " ";
        if (Objects.requireNonNullElse(from.low(), 0.0) > 1) {
            return seen + text("spread.grows");
        }
        return Objects.requireNonNullElse(from.high(), 0.0) < 1
                ? seen + text("spread.dies")
                : seen + text("spread.open");
    }

    private static String whyNot(ReproductionNumber from) {
        if (from.parents() >= MIN_PARENTS) {
            return text("spread.origin-only");
        }
        return text("spread.too-few", MIN_PARENTS, from.parents());
    }
}
