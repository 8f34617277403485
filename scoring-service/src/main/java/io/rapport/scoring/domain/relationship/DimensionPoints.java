package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/** Points of the dimensions, attributed to the kinds in proportion to each kind's part of the raw sum. */
final class DimensionPoints {

    private final DecayedSums sums;
    private final ScoringModel model;
    private final DimensionValues dimensions;
    /** Points for one raw unit; 0 where the raw sum is not above 0. */
    private final DimensionValues pointsPerRaw;

    DimensionPoints(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
        var know = sums.get(DecayedSums.KNOW);
        var like = sums.get(DecayedSums.LIKE);
        var trust = sums.get(DecayedSums.TRUST);
        dimensions = new DimensionValues(
                points(know, model.saturation().know()),
                points(like, model.saturation().like()),
                points(trust, model.saturation().trust()));
        pointsPerRaw = new DimensionValues(
                perRaw(dimensions.know(), know), perRaw(dimensions.like(), like), perRaw(dimensions.trust(), trust));
    }

    DimensionValues dimensions() {
        return dimensions;
    }

    double strength() {
        return strength(dimensions.know(), dimensions.like(), dimensions.trust());
    }

    /** The totals of judged texts with the points they contribute. */
    SentimentSum sentimentSum(SentimentTotals totals) {
        var like = pointsPerRaw.like()
                * (sums.get(DecayedSums.POSITIVE_SENTIMENT) + sums.get(DecayedSums.NEGATIVE_SENTIMENT));
        return totals.toSentimentSum(like, model.share().like() * like);
    }

    List<Contribution> contributions(long[] counts, ReciprocitySums exchange) {
        var contributions = new ArrayList<Contribution>();
        for (int column = 0; column < EngagementColumns.TIMED; column++) {
            if (counts[column] != 0) {
                var inbound = column < EngagementColumns.OUTBOUND;
                contributions.add(
                        contribution(column, inbound ? sums.get(column) : 0, counts[column], exchange.value(column)));
            }
        }
        return contributions;
    }

    private Contribution contribution(int column, double amount, long count, double value) {
        var kind = EngagementColumns.kind(column);
        var weights = model.weightsOf(kind);
        var know = amount * weights.know() * pointsPerRaw.know();
        var like = amount * weights.like() * pointsPerRaw.like();
        var trust = amount * weights.trust() * pointsPerRaw.trust();
        return new Contribution(
                column < EngagementColumns.OUTBOUND ? Direction.INBOUND : Direction.OUTBOUND,
                kind,
                count,
                know,
                like,
                trust,
                strength(know, like, trust),
                value);
    }

    private double strength(double know, double like, double trust) {
        var share = model.share();
        return share.know() * know + share.like() * like + share.trust() * trust;
    }

    private static double points(double raw, double saturation) {
        return raw <= 0 ? 0 : -100 * Math.expm1(-raw / saturation);
    }

    private static double perRaw(double points, double raw) {
        return raw <= 0 ? 0 : points / raw;
    }
}
