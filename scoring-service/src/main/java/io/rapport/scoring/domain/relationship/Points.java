package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Contribution;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/** The dimensions, and how their points are shared among the kinds in proportion to what each adds to the raw sum. */
final class Points {

    private final DecayedSums sums;
    private final ScoringModel model;
    private final double know;
    private final double like;
    private final double trust;
    /** Points for one raw unit, 0 where the floor was reached. */
    private final DimensionValues perRaw;

    Points(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        this.model = model;
        know = dimension(sums.at(DecayedSums.KNOW), model.saturation().know());
        like = dimension(sums.at(DecayedSums.LIKE), model.saturation().like());
        trust = dimension(sums.at(DecayedSums.TRUST), model.saturation().trust());
        perRaw = new DimensionValues(
                per(know, sums.at(DecayedSums.KNOW)),
                per(like, sums.at(DecayedSums.LIKE)),
                per(trust, sums.at(DecayedSums.TRUST)));
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

    double likeOfWords() {
        return perRaw.like() * (sums.at(DecayedSums.POSITIVE_WORDS) + sums.at(DecayedSums.NEGATIVE_WORDS));
    }

    double strengthOfWords() {
        return model.share().like() * likeOfWords();
    }

    List<Contribution> contributions(Contacts contacts, Exchange exchange) {
        var contributions = new ArrayList<Contribution>();
        for (int column = 0; column < LedgerColumns.TIMED; column++) {
            if (contacts.count(column) != 0) {
                var inbound = column < LedgerColumns.OUTBOUND;
                contributions.add(contribution(
                        column, inbound ? sums.at(column) : 0, contacts.count(column), exchange.value(column)));
            }
        }
        return contributions;
    }

    private Contribution contribution(int column, double amount, long count, double value) {
        var kind = LedgerColumns.kind(column);
        var weights = model.weightsOf(kind);
        var ofKnow = amount * weights.know() * perRaw.know();
        var ofLike = amount * weights.like() * perRaw.like();
        var ofTrust = amount * weights.trust() * perRaw.trust();
        return new Contribution(
                column < LedgerColumns.OUTBOUND ? Direction.INBOUND : Direction.OUTBOUND,
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

    private static double per(double points, double raw) {
        return raw <= 0 ? 0 : points / raw;
    }
}
