package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Contribution;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/** The dimensions, and how their points are shared among the kinds in proportion to what each adds to the raw sum. */
final class DimensionPoints {

    private final DecayedSums sums;
    private final ScoringModel model;
    private final double know;
    private final double like;
    private final double trust;
    /** Points for one raw unit, 0 where the floor was reached. */
    private final DimensionValues perRaw;

    DimensionPoints(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
        know = dimension(sums.get(DecayedSums.KNOW), model.saturation().know());
        like = dimension(sums.get(DecayedSums.LIKE), model.saturation().like());
        trust = dimension(sums.get(DecayedSums.TRUST), model.saturation().trust());
        perRaw = new DimensionValues(
                pointsPerRaw(know, sums.get(DecayedSums.KNOW)),
                pointsPerRaw(like, sums.get(DecayedSums.LIKE)),
                pointsPerRaw(trust, sums.get(DecayedSums.TRUST)));
    }

    double know() {
        return know;
    }

    double like() {
        return like;
    }

    double trust() {
        return trust;
    }

    double strength() {
        return strength(know, like, trust);
    }

    double sentimentLike() {
        return perRaw.like() * (sums.get(DecayedSums.POSITIVE_SENTIMENT) + sums.get(DecayedSums.NEGATIVE_SENTIMENT));
    }

    double sentimentStrength() {
        return model.share().like() * sentimentLike();
    }

    List<Contribution> contributions(ContactSummary contacts, ReciprocitySums exchange) {
        var contributions = new ArrayList<Contribution>();
        for (int column = 0; column < EngagementColumns.TIMED; column++) {
            if (contacts.count(column) != 0) {
                var inbound = column < EngagementColumns.OUTBOUND;
                contributions.add(contribution(
                        column, inbound ? sums.get(column) : 0, contacts.count(column), exchange.value(column)));
            }
        }
        return contributions;
    }

    private Contribution contribution(int column, double amount, long count, double value) {
        var kind = EngagementColumns.kind(column);
        var weights = model.weightsOf(kind);
        var ofKnow = amount * weights.know() * perRaw.know();
        var ofLike = amount * weights.like() * perRaw.like();
        var ofTrust = amount * weights.trust() * perRaw.trust();
        return new Contribution(
                column < EngagementColumns.OUTBOUND ? Direction.INBOUND : Direction.OUTBOUND,
                kind,
                count,
                ofKnow,
                ofLike,
                ofTrust,
                strength(ofKnow, ofLike, ofTrust),
                value);
    }

    private double strength(double ofKnow, double ofLike, double ofTrust) {
        var share = model.share();
        return share.know() * ofKnow + share.like() * ofLike + share.trust() * ofTrust;
    }

    private static double dimension(double raw, double saturation) {
        return raw <= 0 ? 0 : -100 * Math.expm1(-raw / saturation);
    }

    private static double pointsPerRaw(double points, double raw) {
        return raw <= 0 ? 0 : points / raw;
    }
}
