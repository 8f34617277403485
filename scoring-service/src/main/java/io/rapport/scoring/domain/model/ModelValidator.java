package io.rapport.scoring.domain.model;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.scoring.domain.model.InvalidModelException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scoring model must hold to be possible. Collects every fault, so that all can be put right at once. */
final class ModelValidator {

    private static final double HEAVIEST = 1000;
    private static final int LARGEST_CAP = 1_000_000;

    private final List<Fault> faults = new ArrayList<>();

    ModelValidator checkKinds(String version, Map<EngagementKind, KindWeights> inbound, Map<EngagementKind, Double> effort) {
        require(
                NameRules.isToken(version),
                "version",
                "A scoring model has a version: 1 to 64 of a-z 0-9 - _ . that begin with a letter or digit");
        require(
                !inbound.containsKey(EngagementKind.UNKNOWN) && !effort.containsKey(EngagementKind.UNKNOWN),
                "inbound",
                "UNKNOWN weighs nothing");
        require(!inbound.containsKey(EngagementKind.POST), "inbound.POST", "A POST is never inbound");
        inbound.forEach((kind, weights) -> {
            checkWeight(kind, "know", weights.know());
            checkWeight(kind, "like", weights.like());
            checkWeight(kind, "trust", weights.trust());
            checkWeight(kind, "returned", weights.returned());
        });
        effort.forEach((kind, weight) ->
                require(isWeight(weight), "effort." + kind, kind + " takes 0 to 1000, not " + weight));
        return this;
    }

    ModelValidator checkNumbers(int cap, double halfLife, double warmthHalfLife) {
        require(cap >= 1 && cap <= LARGEST_CAP, "cap", "The cap is 1 to 1000000 a day, not " + cap);
        require(isDays(halfLife), "halfLife", "The half-life is 1 to 36500 days, not " + halfLife);
        require(
                isDays(warmthHalfLife),
                "warmthHalfLife",
                "The half-life of warmth is 1 to 36500 days, not " + warmthHalfLife);
        return this;
    }

    ModelValidator checkDimensions(DimensionValues saturation, DimensionValues share) {
        checkSaturation("know", saturation.know());
        checkSaturation("like", saturation.like());
        checkSaturation("trust", saturation.trust());
        checkShare("know", share.know());
        checkShare("like", share.like());
        checkShare("trust", share.trust());
        var whole = share.know() + share.like() + share.trust();
        require(Math.abs(whole - 1) < 1e-9, "share", "The dimensions' shares add up to 1, not " + whole);
        return this;
    }

    ModelValidator checkSentiment(SentimentWeights sentiment) {
        require(
                isWeight(sentiment.positive()),
                "sentiment.positive",
                "Positive words weigh 0 to 1000, not " + sentiment.positive());
        require(
                isWeight(sentiment.negative()),
                "sentiment.negative",
                "Negative words take 0 to 1000, not " + sentiment.negative());
        return this;
    }

    ModelValidator checkStages(StageThresholds stages) {
        checkThreshold("KNOWS", "stages.knows", stages.knows());
        checkThreshold("LIKES", "stages.likes", stages.likes());
        checkThreshold("TRUSTS", "stages.trusts", stages.trusts());
        checkThreshold("ADVOCATE", "stages.advocates", stages.advocates());
        require(stages.advocates() >= stages.trusts(), "stages.advocates", "ADVOCATE begins at TRUSTS or later");
        require(
                stages.vouchingDays() >= 1,
                "stages.vouchingDays",
                "Speaking up lasts 1 day or more, not " + stages.vouchingDays());
        return this;
    }

    /** @throws InvalidModelException when any rule is broken */
    void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidModelException(faults);
        }
    }

    private void checkWeight(EngagementKind kind, String dimension, double weight) {
        require(
                Math.abs(weight) <= HEAVIEST,
                "inbound." + kind + "." + dimension,
                "What " + kind + " weighs is -1000 to 1000 in each dimension, not " + weight);
    }

    private void checkSaturation(String dimension, double sum) {
        require(
                sum > 0 && sum < Double.POSITIVE_INFINITY,
                "saturation." + dimension,
                "The saturation of " + dimension + " is above 0, not " + sum);
    }

    private void checkShare(String dimension, double share) {
        require(share >= 0, "share." + dimension, "No dimension's share is below 0: " + share);
    }

    private void checkThreshold(String stage, String field, double points) {
        require(points > 0 && points < 100, field, stage + " begins above 0 and below 100, not at " + points);
    }

    private static boolean isWeight(double weight) {
        return weight >= 0 && weight <= HEAVIEST;
    }

    private static boolean isDays(double days) {
        return days >= 1 && days <= 36_500;
    }

    private void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            faults.add(new Fault(field, otherwise));
        }
    }
}
