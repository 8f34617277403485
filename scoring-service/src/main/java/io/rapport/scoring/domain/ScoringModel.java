package io.rapport.scoring.domain;

import io.rapport.contracts.engagement.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The weights and constants scores are computed with. A model is never edited: a new version replaces it. Immutable.
 *
 * @param version its name, said with every score
 * @param inbound what one inbound engagement of a kind weighs; kinds left out weigh nothing
 * @param effort what one outbound engagement of a kind takes, where no minutes are given; kinds left out take nothing
 * @param cap how many engagements of one kind and direction count on a day, 1 or more
 * @param halfLife days after which an engagement weighs half, 1 or more
 * @param saturation the raw sum at which a dimension reaches 63 of its 100 points (κ), above 0
 * @param share what each dimension gives to strength, adding up to 1
 * @param sentiment what words weigh in {@code like}
 * @param stages from where on each stage is reached
 * @param warmthHalfLife days without a touch after which warmth halves, 1 or more
 */
public record ScoringModel(
        String version,
        Map<Kind, KindWeights> inbound,
        Map<Kind, Double> effort,
        int cap,
        double halfLife,
        Dimensions saturation,
        Dimensions share,
        SentimentWeights sentiment,
        StageThresholds stages,
        double warmthHalfLife) {

    /**
     * What one inbound engagement weighs.
     *
     * @param know raw points of {@code know}
     * @param like raw points of {@code like}
     * @param trust raw points of {@code trust}
     * @param returned what it gives back to the brand
     */
    public record KindWeights(double know, double like, double trust, double returned) {

        static final KindWeights NONE = new KindWeights(0, 0, 0, 0);
    }

    /** A number for each dimension. */
    public record Dimensions(double know, double like, double trust) {}

    /**
     * What a day's words weigh in {@code like}.
     *
     * @param positive for each whole positive polarity, 0 or more
     * @param negative taken away for each whole negative polarity, 0 or more
     */
    public record SentimentWeights(double positive, double negative) {}

    /**
     * Points from which a stage is reached, each in its own dimension and with all lower stages' reached.
     *
     * @param knows know points for {@code KNOWS}
     * @param likes like points for {@code LIKES}
     * @param trusts trust points for {@code TRUSTS}
     * @param advocates trust points for {@code ADVOCATE}
     * @param vouchingDays in how many days, the judged one included, they must have spoken up for the brand
     */
    public record StageThresholds(double knows, double likes, double trusts, double advocates, int vouchingDays) {}

    /** @throws IllegalArgumentException when a value is impossible, saying which and why */
    public ScoringModel {
        inbound = copy(inbound);
        effort = copy(effort);
        ModelRules.check(version, inbound, effort);
        ModelRules.check(cap, halfLife, warmthHalfLife);
        ModelRules.check(saturation, share, sentiment);
        ModelRules.check(stages);
    }

    /** The model every brand starts with: version {@code standard-1}. */
    public static ScoringModel standard() {
        return StandardModel.MODEL;
    }

    /** What one inbound engagement of this kind weighs. */
    KindWeights weightsOf(Kind kind) {
        var weights = inbound.get(kind);
        return weights == null ? KindWeights.NONE : weights;
    }

    /** What one outbound engagement of this kind takes. */
    double effortOf(Kind kind) {
        var known = effort.get(kind);
        return known == null ? 0 : known;
    }

    private static <V> Map<Kind, V> copy(Map<Kind, V> weights) {
        var copy = new EnumMap<Kind, V>(Kind.class);
        copy.putAll(weights);
        return Collections.unmodifiableMap(copy);
    }
}
