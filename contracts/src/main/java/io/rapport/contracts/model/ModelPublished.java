package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Stage;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model of a brand. It is immutable: of several records with one key the first one applies.
 *
 * @param version the version, a {@link io.rapport.contracts.NameRules#TOKEN token}, unique within its brand
 * @param inbound the weights of one inbound engagement by kind; 0 for missing kinds
 * @param effort the effort of one outbound engagement by kind, where it has no minutes; 0 for missing kinds
 * @param cap the number of engagements of one kind and direction that count per day
 * @param halfLife the half-life of an engagement in days
 * @param saturation the raw sum at which a dimension reaches 63 of its 100 points (κ)
 * @param share the weight of each dimension in the strength; the sum is 1
 * @param sentiment the weights of sentiment in {@code like}
 * @param stages the thresholds of the stages
 * @param warmthHalfLife the half-life of warmth in days
 * @param captiveStage the lowest stage of the captive audience; null, as from writers of earlier versions, for any stage
 * @param publishedBy the user who published it
 * @param publishedAt the time of the publication
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record ModelPublished(
        String agency,
        String brand,
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
        @Nullable Stage captiveStage,
        String publishedBy,
        Instant publishedAt) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** This model's key on the topic. */
    public String key() {
        return brandKey().key(version);
    }
}
