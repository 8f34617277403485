package io.rapport.scoring.web;

import io.rapport.contracts.engagement.Kind;
import io.rapport.scoring.domain.ScoringModel;
import io.rapport.scoring.domain.ScoringModel.Dimensions;
import io.rapport.scoring.domain.ScoringModel.KindWeights;
import io.rapport.scoring.domain.ScoringModel.SentimentWeights;
import io.rapport.scoring.domain.ScoringModel.StageThresholds;
import java.util.Map;

/** A scoring model, with all its weights. See {@link ScoringModel} for what they mean. */
record ModelView(
        String version,
        boolean active,
        Map<Kind, KindWeights> inbound,
        Map<Kind, Double> effort,
        int cap,
        double halfLife,
        Dimensions saturation,
        Dimensions share,
        SentimentWeights sentiment,
        StageThresholds stages,
        double warmthHalfLife) {

    static ModelView active(ScoringModel model) {
        return new ModelView(
                model.version(),
                true,
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
}
