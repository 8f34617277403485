package io.rapport.contracts.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.Map;

/**
 * A scoring model of a brand. It is never edited: of several records with one key the first holds.
 *
 * @param version its name, a {@link io.rapport.contracts.NameRules#TOKEN token}, unique within its brand
 * @param inbound what one inbound engagement of a kind weighs; kinds left out weigh nothing
 * @param effort what one outbound engagement of a kind takes, where no minutes are given; kinds left out take nothing
 * @param cap how many engagements of one kind and direction count on a day
 * @param halfLife days after which an engagement weighs half
 * @param saturation the raw sum at which a dimension reaches 63 of its 100 points (κ)
 * @param share what each dimension gives to strength, adding up to 1
 * @param sentiment what words weigh in {@code like}
 * @param stages from where on each stage is reached
 * @param warmthHalfLife days without a touch after which warmth halves
 * @param publishedBy who published it
 * @param publishedAt when
 */
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
