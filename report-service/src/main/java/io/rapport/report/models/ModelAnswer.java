package io.rapport.report.models;

import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model as the scoring service returns it.
 *
 * @param inbound weights of an inbound engagement by kind
 * @param effort effort of an outbound engagement by kind
 * @param active whether it is the active model of the brand
 * @param activeSince null for the initial model of a brand and for inactive models
 * @param rescoring progress since the activation; null without one
 * @param publishedBy null for a standard model
 */
record ModelAnswer(
        String version,
        Map<String, KindWeights> inbound,
        Map<String, Double> effort,
        int cap,
        double halfLife,
        DimensionValues saturation,
        DimensionValues share,
        SentimentWeights sentiment,
        StageThresholds stages,
        double warmthHalfLife,
        @Nullable Stage captiveStage,
        boolean active,
        @Nullable Instant activeSince,
        @Nullable String activatedBy,
        @Nullable String activationReason,
        @Nullable RescoringAnswer rescoring,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /** All models of a brand. */
    record ModelListAnswer(List<ModelAnswer> items) {}

    /** Progress of rescoring the people of a brand. */
    record RescoringAnswer(long rescored, long people, boolean done) {}
}
