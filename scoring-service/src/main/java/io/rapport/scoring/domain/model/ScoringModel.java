package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import java.time.Instant;
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
        Map<EngagementKind, KindWeights> inbound,
        Map<EngagementKind, Double> effort,
        int cap,
        double halfLife,
        DimensionValues saturation,
        DimensionValues share,
        SentimentWeights sentiment,
        StageThresholds stages,
        double warmthHalfLife) {

    private static final KindWeights WEIGHTLESS = new KindWeights(0, 0, 0, 0);

    /** @throws InvalidModelException when any value is impossible, saying which and why */
    public ScoringModel {
        inbound = copy(inbound);
        effort = copy(effort);
        new ModelValidator()
                .checkKinds(version, inbound, effort)
                .checkNumbers(cap, halfLife, warmthHalfLife)
                .checkDimensions(saturation, share)
                .checkSentiment(sentiment)
                .checkStages(stages)
                .throwIfInvalid();
    }

    /** The model every brand starts with: version {@code standard-1}. */
    public static ScoringModel standard() {
        return StandardModel.MODEL;
    }

    /**
     * A model as published. Kinds that a later version knows and this one does not are left out: their engagements cannot
     * be counted here either.
     *
     * @throws InvalidModelException when any value is impossible
     */
    public static ScoringModel of(ModelPublished model) {
        return new ScoringModel(
                model.version(),
                known(model.inbound()),
                known(model.effort()),
                model.cap(),
                model.halfLife(),
                model.saturation(),
                model.share(),
                model.sentiment(),
                model.stages(),
                model.warmthHalfLife());
    }

    /** This model as it is published for a brand. */
    public ModelPublished published(BrandKey brand, String by, Instant at) {
        return new ModelPublished(
                brand.agency(),
                brand.brand(),
                version,
                inbound,
                effort,
                cap,
                halfLife,
                saturation,
                share,
                sentiment,
                stages,
                warmthHalfLife,
                by,
                at);
    }

    /** What one inbound engagement of this kind weighs. */
    public KindWeights weightsOf(EngagementKind kind) {
        var weights = inbound.get(kind);
        return weights == null ? WEIGHTLESS : weights;
    }

    /** What one outbound engagement of this kind takes. */
    public double effortOf(EngagementKind kind) {
        var known = effort.get(kind);
        return known == null ? 0 : known;
    }

    private static <V> Map<EngagementKind, V> known(Map<EngagementKind, V> weights) {
        var known = new EnumMap<EngagementKind, V>(EngagementKind.class);
        known.putAll(weights);
        known.remove(EngagementKind.UNKNOWN);
        return known;
    }

    private static <V> Map<EngagementKind, V> copy(Map<EngagementKind, V> weights) {
        var copy = new EnumMap<EngagementKind, V>(EngagementKind.class);
        copy.putAll(weights);
        return Collections.unmodifiableMap(copy);
    }
}
