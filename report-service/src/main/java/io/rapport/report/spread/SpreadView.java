package io.rapport.report.spread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.report.domain.brand.BrandReport;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The spread of sentiment about a brand over one window.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param alert the reason of the alert; null without one
 * @param alertAvailable whether the alert of the day is known
 * @param evidence {@code few} if the figures stand on few people or messages; null if not
 * @param positive messages with a polarity of 0.05 or more
 * @param negative messages with a polarity of -0.05 or less
 * @param mean mean over people's means, -1 to 1; null without judged messages
 * @param polarisation standard deviation over people's means; null without judged messages
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SpreadView(
        int window,
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        @Nullable String alert,
        boolean alertAvailable,
        @Nullable String evidence,
        PolarityView positive,
        PolarityView negative,
        @Nullable Double mean,
        @Nullable Double polarisation) {

    /**
     * The messages of one polarity.
     *
     * @param carriers distinct people
     * @param voices the number of messages
     * @param reach the carriers' known followers, each carrier counted once
     * @param secondsToFirst median seconds to a message's first child; null when none had any
     * @param secondsToFifth median seconds to a message's fifth child; null when none had five
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PolarityView(
            long carriers,
            long voices,
            long reach,
            ReproductionView reproduction,
            @Nullable Double secondsToFirst,
            @Nullable Double secondsToFifth) {

        static PolarityView of(PolaritySpread from) {
            var reproduction = from.reproduction();
            return new PolarityView(
                    from.carriers(),
                    from.voices(),
                    from.reach(),
                    new ReproductionView(
                            reproduction.value(),
                            reproduction.low(),
                            reproduction.high(),
                            reproduction.parents(),
                            reproduction.measurable()),
                    from.secondsToFirst(),
                    from.secondsToFifth());
        }
    }

    /**
     * The reproduction number: how many messages of the same polarity a message causes within 48 hours.
     *
     * @param low lower end of the 90 % interval
     * @param high upper end of the 90 % interval
     * @param parents messages whose 48 hours are over
     * @param measurable false with fewer than 5 parents, or when most of them are known by root only; then there is no value
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReproductionView(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            long parents,
            boolean measurable) {}

    static SpreadView of(BrandReport.SpreadReport spread) {
        var figures = spread.figures();
        return new SpreadView(
                figures.window(),
                spread.asOf().day(),
                spread.modelVersion(),
                spread.alert(),
                spread.alertAvailable(),
                figures.evidence(),
                PolarityView.of(figures.positive()),
                PolarityView.of(figures.negative()),
                figures.mean(),
                figures.polarisation());
    }
}
