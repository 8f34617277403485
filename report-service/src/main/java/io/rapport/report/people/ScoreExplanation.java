package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The composition of a score: the points of all lines and of the sentiment add up to each dimension and to the strength.
 *
 * @param person the person; after a merge the survivor
 * @param lines by direction and kind
 * @param sentiment the points of the person's texts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScoreExplanation(
        UUID person,
        String name,
        @JsonUnwrapped ScoredDay day,
        @JsonUnwrapped ScorePoints points,
        List<ScoreLine> lines,
        SentimentSum sentiment) {

    /**
     * The day and the model of the score.
     *
     * @param asOf the requested day
     * @param judgedOn the day the state was published for: on or before {@code asOf}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ScoredDay(@Nullable LocalDate asOf, LocalDate judgedOn, String modelVersion) {}

    /** The strength and its dimensions. */
    record ScorePoints(double strength, double know, double like, double trust) {

        static ScorePoints of(RelationshipScoreChanged state) {
            return new ScorePoints(state.strength(), state.know(), state.like(), state.trust());
        }
    }

    /**
     * The points of one direction and kind.
     *
     * @param count engagements in the whole ledger
     * @param strength points of the strength
     * @param value decayed return (inbound) or effort (outbound)
     * @param timeline path of the engagements behind it
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

        static ScoreLine of(Contribution from, String personPath) {
            return new ScoreLine(
                    from.direction(),
                    from.kind(),
                    from.count(),
                    from.know(),
                    from.like(),
                    from.trust(),
                    from.strength(),
                    from.value(),
                    personPath + "/timeline?direction=" + from.direction() + "&kind=" + from.kind());
        }
    }

    static ScoreExplanation of(BrandKey brand, PersonInBrand from, AsOfDay asOf) {
        var state = from.state();
        var path = "/v1/agencies/%s/brands/%s/people/%s".formatted(brand.agency(), brand.brand(), state.person());
        return new ScoreExplanation(
                state.person(),
                from.name(),
                new ScoredDay(asOf.day(), state.asOf(), state.modelVersion()),
                ScorePoints.of(state),
                state.contributions().stream()
                        .map(line -> ScoreLine.of(line, path))
                        .toList(),
                state.sentiment());
    }
}
