package io.rapport.scoring.web;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.Map;

/** A scoring model as it is sent. See {@link ScoringModel} for what its fields mean. */
record ModelBody(
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

    static ModelBody of(ScoringModel model) {
        return new ModelBody(
                model.version(),
                model.inbound(),
                model.effort(),
                model.cap(),
                model.halfLife(),
                model.saturation(),
                model.share(),
                model.sentiment(),
                model.stages(),
                model.warmthHalfLife());
    }

    ScoringModel model() {
        return new ScoringModel(
                version, inbound, effort, cap, halfLife, saturation, share, sentiment, stages, warmthHalfLife);
    }
}
