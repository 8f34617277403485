package io.rapport.scoring.domain.model;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.scoring.domain.model.ImpossibleModelException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scoring model must hold to be possible. Collects every fault, so that all can be put right at once. */
final class ModelRules {

    private static final double HEAVIEST = 1000;
    private static final int LARGEST_CAP = 1_000_000;

    private final List<Fault> faults = new ArrayList<>();

    ModelRules kinds(String version, Map<EngagementKind, KindWeights> inbound, Map<EngagementKind, Double> effort) {
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
            weighs(kind, "know", weights.know());
            weighs(kind, "like", weights.like());
            weighs(kind, "trust", weights.trust());
            weighs(kind, "returned", weights.returned());
        });
        effort.forEach((kind, weight) ->
                require(isEffort(weight), "effort." + kind, kind + " takes 0 to 1000, not " + weight));
        return this;
    }

    ModelRules numbers(int cap, double halfLife, double warmthHalfLife) {
        require(cap >= 1 && cap <= LARGEST_CAP, "cap", "The cap is 1 to 1000000 a day, not " + cap);
        require(isDays(halfLife), "halfLife", "The half-life is 1 to 36500 days, not " + halfLife);
        require(
                isDays(warmthHalfLife),
                "warmthHalfLife",
                "The half-life of warmth is 1 to 36500 days, not " + warmthHalfLife);
        return this;
    }

    ModelRules dimensions(DimensionValues saturation, DimensionValues share) {
        saturates("know", saturation.know());
        saturates("like", saturation.like());
        saturates("trust", saturation.trust());
        shares("know", share.know());
        shares("like", share.like());
        shares("trust", share.trust());
        var whole = share.know() + share.like() + share.trust();
        require(Math.abs(whole - 1) < 1e-9, "share", "The dimensions' shares add up to 1, not " + whole);
        return this;
    }

    ModelRules words(SentimentWeights sentiment) {
        require(
                isEffort(sentiment.positive()),
                "sentiment.positive",
                "Positive words weigh 0 to 1000, not " + sentiment.positive());
        require(
                isEffort(sentiment.negative()),
                "sentiment.negative",
                "Negative words take 0 to 1000, not " + sentiment.negative());
        return this;
    }

    ModelRules stages(StageThresholds stages) {
        begins("KNOWS", "stages.knows", stages.knows());
        begins("LIKES", "stages.likes", stages.likes());
        begins("TRUSTS", "stages.trusts", stages.trusts());
        begins("ADVOCATE", "stages.advocates", stages.advocates());
        require(stages.advocates() >= stages.trusts(), "stages.advocates", "ADVOCATE begins at TRUSTS or later");
        require(
                stages.vouchingDays() >= 1,
                "stages.vouchingDays",
                "Speaking up lasts 1 day or more, not " + stages.vouchingDays());
        return this;
    }

    /** @throws ImpossibleModelException when any rule is broken */
    void hold() {
        if (!faults.isEmpty()) {
            throw new ImpossibleModelException(faults);
        }
    }

    private void weighs(EngagementKind kind, String dimension, double weight) {
        require(
                Math.abs(weight) <= HEAVIEST,
                "inbound." + kind + "." + dimension,
                "What " + kind + " weighs is -1000 to 1000 in each dimension, not " + weight);
    }

    private void saturates(String dimension, double sum) {
        require(
                sum > 0 && sum < Double.POSITIVE_INFINITY,
                "saturation." + dimension,
                "The saturation of " + dimension + " is above 0, not " + sum);
    }

    private void shares(String dimension, double share) {
        require(share >= 0, "share." + dimension, "No dimension's share is below 0: " + share);
    }

    private void begins(String stage, String field, double points) {
        require(points > 0 && points < 100, field, stage + " begins above 0 and below 100, not at " + points);
    }

    private static boolean isEffort(double weight) {
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
