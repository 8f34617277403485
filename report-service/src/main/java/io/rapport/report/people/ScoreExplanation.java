package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a score is made of: the points of all lines and of sentiment add up to each dimension, and to the strength.
 *
 * @param person the person an id stands for now
 * @param judgedOn the day the state was published for: on or before {@code asOf}
 * @param lines by direction and kind
 * @param sentiment what their words give or take
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScoreExplanation(
        UUID person,
        String name,
        @Nullable LocalDate asOf,
        LocalDate judgedOn,
        String modelVersion,
        double strength,
        double know,
        double like,
        double trust,
        List<ScoreLine> lines,
        SentimentSum sentiment) {

    /**
     * What one direction and kind gives.
     *
     * @param count engagements in the whole ledger
     * @param strength points of the strength
     * @param value decayed return (inbound) or effort (outbound)
     * @param timeline where the engagements behind it are
     */
    record ScoreLine(
            Direction direction,
            EngagementKind kind,
            long count,
            double know,
            double like,
            double trust,
            double strength,
            double value,
            String timeline) {

        static ScoreLine of(Contribution from, String person) {
            return new ScoreLine(
                    from.direction(),
                    from.kind(),
                    from.count(),
                    from.know(),
                    from.like(),
                    from.trust(),
                    from.strength(),
                    from.value(),
                    person + "/timeline?direction=" + from.direction() + "&kind=" + from.kind());
        }
    }

    static ScoreExplanation of(BrandKey brand, PersonInBrand from, AsOfDay moment) {
        var state = from.state();
        var path = "/v1/agencies/%s/brands/%s/people/%s".formatted(brand.agency(), brand.brand(), state.person());
        return new ScoreExplanation(
                state.person(),
                from.name(),
                moment.day(),
                state.asOf(),
                state.modelVersion(),
                state.strength(),
                state.know(),
                state.like(),
                state.trust(),
                state.contributions().stream().map(line -> ScoreLine.of(line, path)).toList(),
                state.sentiment());
    }
}
