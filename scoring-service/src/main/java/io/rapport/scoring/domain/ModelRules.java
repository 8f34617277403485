package io.rapport.scoring.domain;

import io.rapport.contracts.engagement.Kind;
import io.rapport.scoring.domain.ScoringModel.Dimensions;
import io.rapport.scoring.domain.ScoringModel.KindWeights;
import io.rapport.scoring.domain.ScoringModel.SentimentWeights;
import io.rapport.scoring.domain.ScoringModel.StageThresholds;
import java.util.Map;

/** What a scoring model must hold to be possible. */
final class ModelRules {

    private static final double HEAVIEST = 1000;
    private static final int LARGEST_CAP = 1_000_000;

    private ModelRules() {}

    static void check(String version, Map<Kind, KindWeights> inbound, Map<Kind, Double> effort) {
        require(!version.isBlank(), "A scoring model has a version");
        require(!inbound.containsKey(Kind.UNKNOWN) && !effort.containsKey(Kind.UNKNOWN), "UNKNOWN weighs nothing");
        require(!inbound.containsKey(Kind.POST), "A POST is never inbound");
        inbound.forEach((kind, weights) -> {
            require(weighs(weights.know()) && weighs(weights.like()), weightOf(kind));
            require(weighs(weights.trust()) && weighs(weights.returned()), weightOf(kind));
        });
        effort.forEach(
                (kind, weight) -> require(weighs(weight) && weight >= 0, kind + " takes 0 to 1000, not " + weight));
    }

    static void check(int cap, double halfLife, double warmthHalfLife) {
        require(cap >= 1 && cap <= LARGEST_CAP, "The cap is 1 to 1000000 a day, not " + cap);
        require(isDays(halfLife), "The half-life is 1 to 36500 days, not " + halfLife);
        require(isDays(warmthHalfLife), "The half-life of warmth is 1 to 36500 days, not " + warmthHalfLife);
    }

    static void check(Dimensions saturation, Dimensions share, SentimentWeights sentiment) {
        require(isPositive(saturation.know()), "The saturation of know is above 0, not " + saturation.know());
        require(isPositive(saturation.like()), "The saturation of like is above 0, not " + saturation.like());
        require(isPositive(saturation.trust()), "The saturation of trust is above 0, not " + saturation.trust());
        require(share.know() >= 0 && share.like() >= 0 && share.trust() >= 0, "No dimension's share is below 0");
        var whole = share.know() + share.like() + share.trust();
        require(Math.abs(whole - 1) < 1e-9, "The dimensions' shares add up to 1, not " + whole);
        require(
                weighs(sentiment.positive()) && sentiment.positive() >= 0,
                "Positive words weigh 0 to 1000, not " + sentiment.positive());
        require(
                weighs(sentiment.negative()) && sentiment.negative() >= 0,
                "Negative words take 0 to 1000, not " + sentiment.negative());
    }

    static void check(StageThresholds stages) {
        require(isThreshold(stages.knows()), "KNOWS begins above 0 and below 100, not at " + stages.knows());
        require(isThreshold(stages.likes()), "LIKES begins above 0 and below 100, not at " + stages.likes());
        require(isThreshold(stages.trusts()), "TRUSTS begins above 0 and below 100, not at " + stages.trusts());
        require(isThreshold(stages.advocates()), "ADVOCATE begins above 0 and below 100, not at " + stages.advocates());
        require(stages.advocates() >= stages.trusts(), "ADVOCATE begins at TRUSTS or later");
        require(stages.vouchingDays() >= 1, "Speaking up lasts 1 day or more, not " + stages.vouchingDays());
    }

    private static String weightOf(Kind kind) {
        return "What " + kind + " weighs is -1000 to 1000 in each dimension";
    }

    private static boolean weighs(double weight) {
        return Math.abs(weight) <= HEAVIEST;
    }

    private static boolean isDays(double days) {
        return days >= 1 && days <= 36_500;
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static boolean isThreshold(double points) {
        return points > 0 && points < 100;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
