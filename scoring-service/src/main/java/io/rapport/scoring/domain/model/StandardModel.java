package io.rapport.scoring.domain.model;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import java.util.EnumMap;
import java.util.Map;

/** Values of the standard models. */
final class StandardModel {

    /** The initial model of brands whose registration names no other. */
    static final ScoringModel FIRST = model("standard-1", new DimensionValues(6, 6, 8), Stage.STRANGER);
    /** Distinguishes the closest people: its dimensions rise more slowly, and captive people like the brand. The model of new brands. */
    static final ScoringModel SECOND = model("standard-2", new DimensionValues(12, 15, 20), Stage.LIKES);

    private StandardModel() {}

    private static ScoringModel model(String version, DimensionValues saturation, Stage captiveStage) {
        return ScoringModelBuilder.builder()
                .version(version)
                .inbound(inbound())
                .effort(effort())
                .cap(20)
                .halfLife(60)
                .saturation(saturation)
                .share(new DimensionValues(0.30, 0.30, 0.40))
                .sentiment(new SentimentWeights(1.0, 1.5))
                .stages(new StageThresholds(15, 25, 35, 60, 90))
                .warmthHalfLife(30)
                .captiveStage(captiveStage)
                .build();
    }

    private static Map<EngagementKind, KindWeights> inbound() {
        var weights = new EnumMap<EngagementKind, KindWeights>(EngagementKind.class);
        weights.put(EngagementKind.VISIT, new KindWeights(0.1, 0, 0, 0.1));
        weights.put(EngagementKind.REACTION, new KindWeights(0.3, 0.5, 0, 0.3));
        weights.put(EngagementKind.FOLLOW, new KindWeights(1, 0.5, 0, 0.5));
        weights.put(EngagementKind.COMMENT, new KindWeights(1, 0.5, 0.3, 1));
        weights.put(EngagementKind.REPLY, new KindWeights(1, 0.5, 0.3, 1));
        weights.put(EngagementKind.MENTION, new KindWeights(1, 0.3, 0.5, 1.5));
        weights.put(EngagementKind.SHARE, new KindWeights(0.7, 1, 1, 2));
        weights.put(EngagementKind.QUOTE, new KindWeights(0.7, 1, 1, 2));
        weights.put(EngagementKind.MESSAGE, new KindWeights(1, 0.3, 0.7, 1));
        weights.put(EngagementKind.EMAIL, new KindWeights(1, 0.3, 0.7, 1));
        weights.put(EngagementKind.REVIEW, new KindWeights(1, 0.5, 2, 4));
        weights.put(EngagementKind.REFERRAL, new KindWeights(1, 1, 5, 10));
        weights.put(EngagementKind.CITATION, new KindWeights(1, 0.5, 3, 5));
        weights.put(EngagementKind.INVITATION, new KindWeights(1, 1, 4, 6));
        weights.put(EngagementKind.PURCHASE, new KindWeights(1, 0.5, 4, 5));
        weights.put(EngagementKind.MEETING, new KindWeights(2, 0.5, 2, 3));
        weights.put(EngagementKind.CALL, new KindWeights(2, 0.5, 2, 3));
        weights.put(EngagementKind.THANKS, new KindWeights(1, 2, 3, 4));
        weights.put(EngagementKind.INTRODUCTION, new KindWeights(1, 2, 3, 4));
        weights.put(EngagementKind.UNFOLLOW, new KindWeights(0, -2, -1, -1));
        return weights;
    }

    private static Map<EngagementKind, Double> effort() {
        var effort = new EnumMap<EngagementKind, Double>(EngagementKind.class);
        effort.put(EngagementKind.REACTION, 0.2);
        effort.put(EngagementKind.REPLY, 1.0);
        effort.put(EngagementKind.COMMENT, 1.0);
        effort.put(EngagementKind.MENTION, 1.0);
        effort.put(EngagementKind.SHARE, 1.0);
        effort.put(EngagementKind.QUOTE, 1.0);
        effort.put(EngagementKind.MESSAGE, 1.5);
        effort.put(EngagementKind.EMAIL, 1.5);
        effort.put(EngagementKind.THANKS, 1.5);
        effort.put(EngagementKind.INTRODUCTION, 3.0);
        effort.put(EngagementKind.CALL, 3.0);
        effort.put(EngagementKind.MEETING, 5.0);
        effort.put(EngagementKind.POST, 0.0);
        return effort;
    }
}
