package io.rapport.scoring.domain.model;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.model.InvalidModelException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Validates the values of a scoring model; collects every fault. */
final class ModelValidator {

    private static final double MAX_WEIGHT = 1000;
    private static final int MAX_CAP = 1_000_000;
    private static final int MAX_HALF_LIFE = 36_500;

    private final List<Fault> faults = new ArrayList<>();

    ModelValidator checkKinds(
            String version, Map<EngagementKind, KindWeights> inbound, Map<EngagementKind, Double> effort) {
        require(
                NameRules.isToken(version),
                "version",
                "The version must have 1 to 64 characters of a-z 0-9 - _ . and begin with a letter or digit");
        require(
                !inbound.containsKey(EngagementKind.UNKNOWN) && !effort.containsKey(EngagementKind.UNKNOWN),
                "inbound",
                "UNKNOWN must not have weights");
        require(!inbound.containsKey(EngagementKind.POST), "inbound.POST", "POST is never inbound");
        inbound.forEach((kind, weights) -> {
            checkWeight(kind, "know", weights.know());
            checkWeight(kind, "like", weights.like());
            checkWeight(kind, "trust", weights.trust());
            checkWeight(kind, "returned", weights.returned());
        });
        effort.forEach((kind, weight) -> require(
                isWeight(weight), "effort." + kind, "The effort of " + kind + " must be 0 to 1000, not " + weight));
        return this;
    }

    ModelValidator checkNumbers(int cap, double halfLife, double warmthHalfLife) {
        require(cap >= 1 && cap <= MAX_CAP, "cap", "The cap must be 1 to 1000000 per day, not " + cap);
        require(isDays(halfLife), "halfLife", "The half-life must be 1 to 36500 days, not " + halfLife);
        require(
                isDays(warmthHalfLife),
                "warmthHalfLife",
                "The half-life of warmth must be 1 to 36500 days, not " + warmthHalfLife);
        return this;
    }

    ModelValidator checkDimensions(DimensionValues saturation, DimensionValues share) {
        checkSaturation("know", saturation.know());
        checkSaturation("like", saturation.like());
        checkSaturation("trust", saturation.trust());
        checkShare("know", share.know());
        checkShare("like", share.like());
        checkShare("trust", share.trust());
        var sum = share.know() + share.like() + share.trust();
        require(Math.abs(sum - 1) < 1e-9, "share", "The shares of the dimensions must add up to 1, not " + sum);
        return this;
    }

    ModelValidator checkSentiment(SentimentWeights sentiment) {
        require(
                isWeight(sentiment.positive()),
                "sentiment.positive",
                "The weight of positive texts must be 0 to 1000, not " + sentiment.positive());
        require(
                isWeight(sentiment.negative()),
                "sentiment.negative",
                "The weight of negative texts must be 0 to 1000, not " + sentiment.negative());
        return this;
    }

    ModelValidator checkStages(StageThresholds stages, Stage captive) {
        require(captive != Stage.UNKNOWN, "captiveStage", "The captive stage must be one of the stages");
        checkThreshold("KNOWS", "stages.knows", stages.knows());
        checkThreshold("LIKES", "stages.likes", stages.likes());
        checkThreshold("TRUSTS", "stages.trusts", stages.trusts());
        checkThreshold("ADVOCATE", "stages.advocates", stages.advocates());
        require(stages.advocates() >= stages.trusts(), "stages.advocates", "ADVOCATE must not begin below TRUSTS");
        require(
                stages.vouchingDays() >= 1,
                "stages.vouchingDays",
                "Vouching must last 1 day or more, not " + stages.vouchingDays());
        return this;
    }

    /** @throws InvalidModelException if there is any fault */
    void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidModelException(faults);
        }
    }

    private void checkWeight(EngagementKind kind, String dimension, double weight) {
        require(
                Math.abs(weight) <= MAX_WEIGHT,
                "inbound." + kind + "." + dimension,
                "The weights of " + kind + " must be -1000 to 1000, not " + weight);
    }

    private void checkSaturation(String dimension, double sum) {
        require(
                sum > 0 && sum < Double.POSITIVE_INFINITY,
                "saturation." + dimension,
                "The saturation of " + dimension + " must be above 0, not " + sum);
    }

    private void checkShare(String dimension, double share) {
        require(share >= 0, "share." + dimension, "The share of " + dimension + " must be 0 or more, not " + share);
    }

    private void checkThreshold(String stage, String field, double points) {
        require(points > 0 && points < 100, field, stage + " must begin above 0 and below 100, not at " + points);
    }

    private static boolean isWeight(double weight) {
        return weight >= 0 && weight <= MAX_WEIGHT;
    }

    private static boolean isDays(double days) {
        return days >= 1 && days <= MAX_HALF_LIFE;
    }

    private void require(boolean valid, String field, String reason) {
        if (!valid) {
            faults.add(new Fault(field, reason));
        }
    }
}
