package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelPublishedBuilder;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Weights and constants of the scores. Immutable: a new version replaces a model.
 *
 * @param version name of the model, published with every score
 * @param inbound weights of an inbound engagement by kind; missing kinds weigh 0
 * @param effort effort of an outbound engagement without minutes, by kind; missing kinds cost 0
 * @param cap maximum number of engagements of one kind and direction that count per day, 1 or more
 * @param halfLife days after which the weight of an engagement halves, 1 or more
 * @param saturation raw sum at which a dimension reaches 63 of its 100 points (κ), above 0
 * @param share share of each dimension in strength; the shares add up to 1
 * @param sentiment weights of judged texts in {@code like}
 * @param stages thresholds of the stages
 * @param warmthHalfLife days without a touch after which warmth halves, 1 or more
 * @param captiveStage lowest stage of the captive audience; {@code STRANGER} for any
 */
@RecordBuilder
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
        double warmthHalfLife,
        Stage captiveStage) {

    private static final KindWeights WEIGHTLESS = new KindWeights(0, 0, 0, 0);

    /** @throws InvalidModelException if any value is invalid, with every fault */
    public ScoringModel {
        inbound = new KindMap<>(inbound);
        effort = new KindMap<>(effort);
        new ModelValidator()
                .checkKinds(version, inbound, effort)
                .checkNumbers(cap, halfLife, warmthHalfLife)
                .checkDimensions(saturation, share)
                .checkSentiment(sentiment)
                .checkStages(stages, captiveStage)
                .throwIfInvalid();
    }

    /** The initial model of brands whose registration names no other: version {@code standard-1}. */
    public static ScoringModel standard() {
        return StandardModel.FIRST;
    }

    /** The models that every brand has without publishing them, the initial one first. */
    public static List<ScoringModel> standards() {
        return List.of(StandardModel.FIRST, StandardModel.SECOND);
    }

    /**
     * Converts a published model. Kinds unknown to this version are dropped, because their engagements are not counted
     * either.
     *
     * @throws InvalidModelException if any value is invalid
     */
    public static ScoringModel of(ModelPublished model) {
        return ScoringModelBuilder.builder()
                .version(model.version())
                .inbound(withoutUnknown(model.inbound()))
                .effort(withoutUnknown(model.effort()))
                .cap(model.cap())
                .halfLife(model.halfLife())
                .saturation(model.saturation())
                .share(model.share())
                .sentiment(model.sentiment())
                .stages(model.stages())
                .warmthHalfLife(model.warmthHalfLife())
                .captiveStage(model.captiveStage() == null ? Stage.STRANGER : model.captiveStage())
                .build();
    }

    /** Converts this model to the event that publishes it for a brand. */
    public ModelPublished published(BrandKey brand, String by, Instant at) {
        return ModelPublishedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .version(version)
                .inbound(inbound)
                .effort(effort)
                .cap(cap)
                .halfLife(halfLife)
                .saturation(saturation)
                .share(share)
                .sentiment(sentiment)
                .stages(stages)
                .warmthHalfLife(warmthHalfLife)
                .captiveStage(captiveStage == Stage.STRANGER ? null : captiveStage)
                .publishedBy(by)
                .publishedAt(at)
                .build();
    }

    /** Weights of an inbound engagement of a kind. */
    public KindWeights weightsOf(EngagementKind kind) {
        var weights = inbound.get(kind);
        return weights == null ? WEIGHTLESS : weights;
    }

    /** Effort of an outbound engagement of a kind. */
    public double effortOf(EngagementKind kind) {
        var weight = effort.get(kind);
        return weight == null ? 0 : weight;
    }

    private static <V> Map<EngagementKind, V> withoutUnknown(Map<EngagementKind, V> weights) {
        var known = new EnumMap<EngagementKind, V>(EngagementKind.class);
        known.putAll(weights);
        known.remove(EngagementKind.UNKNOWN);
        return known;
    }
}
