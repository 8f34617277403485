package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.EnumMap;

/** Scoring model fixtures. */
final class ModelFixtures {

    static final ScoringModel STANDARD = ScoringModel.standard();

    /** A model with other weights, half-life and shares, which changes every score and figure. */
    static final ScoringModel STRICT = strict("strict-1", 2);

    private ModelFixtures() {}

    static ScoringModel strict(String version, int cap) {
        var inbound = new EnumMap<>(STANDARD.inbound());
        inbound.put(EngagementKind.COMMENT, new KindWeights(3, 2, 1, 7));
        var effort = new EnumMap<>(STANDARD.effort());
        effort.put(EngagementKind.COMMENT, 2.5);
        return new ScoringModel(
                version,
                inbound,
                effort,
                cap,
                20,
                new DimensionValues(3, 4, 5),
                new DimensionValues(0.1, 0.2, 0.7),
                STANDARD.sentiment(),
                STANDARD.stages(),
                10,
                Stage.STRANGER);
    }
}
