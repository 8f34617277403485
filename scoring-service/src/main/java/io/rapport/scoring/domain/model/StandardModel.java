package io.rapport.scoring.domain.model;

import io.rapport.contracts.engagement.Kind;
import io.rapport.contracts.model.Dimensions;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import java.util.EnumMap;
import java.util.Map;

/** The table every brand starts with. */
final class StandardModel {

    static final ScoringModel MODEL = new ScoringModel(
            "standard-1",
            inbound(),
            effort(),
            20,
            60,
            new Dimensions(6, 6, 8),
            new Dimensions(0.30, 0.30, 0.40),
            new SentimentWeights(1.0, 1.5),
            new StageThresholds(15, 25, 35, 60, 90),
            30);

    private StandardModel() {}

    private static Map<Kind, KindWeights> inbound() {
        var weights = new EnumMap<Kind, KindWeights>(Kind.class);
        weights.put(Kind.VISIT, new KindWeights(0.1, 0, 0, 0.1));
        weights.put(Kind.REACTION, new KindWeights(0.3, 0.5, 0, 0.3));
        weights.put(Kind.FOLLOW, new KindWeights(1, 0.5, 0, 0.5));
        weights.put(Kind.COMMENT, new KindWeights(1, 0.5, 0.3, 1));
        weights.put(Kind.REPLY, new KindWeights(1, 0.5, 0.3, 1));
        weights.put(Kind.MENTION, new KindWeights(1, 0.3, 0.5, 1.5));
        weights.put(Kind.SHARE, new KindWeights(0.7, 1, 1, 2));
        weights.put(Kind.QUOTE, new KindWeights(0.7, 1, 1, 2));
        weights.put(Kind.MESSAGE, new KindWeights(1, 0.3, 0.7, 1));
        weights.put(Kind.EMAIL, new KindWeights(1, 0.3, 0.7, 1));
        weights.put(Kind.REVIEW, new KindWeights(1, 0.5, 2, 4));
        weights.put(Kind.REFERRAL, new KindWeights(1, 1, 5, 10));
        weights.put(Kind.CITATION, new KindWeights(1, 0.5, 3, 5));
        weights.put(Kind.INVITATION, new KindWeights(1, 1, 4, 6));
        weights.put(Kind.PURCHASE, new KindWeights(1, 0.5, 4, 5));
        weights.put(Kind.MEETING, new KindWeights(2, 0.5, 2, 3));
        weights.put(Kind.CALL, new KindWeights(2, 0.5, 2, 3));
        weights.put(Kind.THANKS, new KindWeights(1, 2, 3, 4));
        weights.put(Kind.INTRODUCTION, new KindWeights(1, 2, 3, 4));
        weights.put(Kind.UNFOLLOW, new KindWeights(0, -2, -1, -1));
        return weights;
    }

    private static Map<Kind, Double> effort() {
        var effort = new EnumMap<Kind, Double>(Kind.class);
        effort.put(Kind.REACTION, 0.2);
        effort.put(Kind.REPLY, 1.0);
        effort.put(Kind.COMMENT, 1.0);
        effort.put(Kind.MENTION, 1.0);
        effort.put(Kind.SHARE, 1.0);
        effort.put(Kind.QUOTE, 1.0);
        effort.put(Kind.MESSAGE, 1.5);
        effort.put(Kind.EMAIL, 1.5);
        effort.put(Kind.THANKS, 1.5);
        effort.put(Kind.INTRODUCTION, 3.0);
        effort.put(Kind.CALL, 3.0);
        effort.put(Kind.MEETING, 5.0);
        effort.put(Kind.POST, 0.0);
        return effort;
    }
}
