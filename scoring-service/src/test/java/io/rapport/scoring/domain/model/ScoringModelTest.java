package io.rapport.scoring.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.model.SentimentWeights;
import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringModelTest {

    private static final ScoringModel STANDARD = ScoringModel.standard();

    @Test
    void theStandardModelHasTheDocumentedValues() {
        assertThat(STANDARD.version()).isEqualTo("standard-1");
        assertThat(STANDARD.weightsOf(EngagementKind.REFERRAL)).isEqualTo(new KindWeights(1, 1, 5, 10));
        assertThat(STANDARD.weightsOf(EngagementKind.UNFOLLOW)).isEqualTo(new KindWeights(0, -2, -1, -1));
        assertThat(STANDARD.effortOf(EngagementKind.MEETING)).isEqualTo(5);
        assertThat(STANDARD.effortOf(EngagementKind.POST)).isZero();
        assertThat(STANDARD.cap()).isEqualTo(20);
        assertThat(STANDARD.halfLife()).isEqualTo(60);
        assertThat(STANDARD.saturation()).isEqualTo(new DimensionValues(6, 6, 8));
        assertThat(STANDARD.share()).isEqualTo(new DimensionValues(0.30, 0.30, 0.40));
        assertThat(STANDARD.sentiment()).isEqualTo(new SentimentWeights(1, 1.5));
        assertThat(STANDARD.stages()).isEqualTo(new StageThresholds(15, 25, 35, 60, 90));
        assertThat(STANDARD.warmthHalfLife()).isEqualTo(30);
    }

    @Test
    void everyInboundKindHasAWeight() {
        for (var kind : EngagementKind.values()) {
            if (kind != EngagementKind.POST && kind != EngagementKind.UNKNOWN) {
                assertThat(STANDARD.weightsOf(kind)).as(kind.name()).isNotEqualTo(new KindWeights(0, 0, 0, 0));
            }
        }
    }

    @Test
    void missingKindsHaveNoWeightAndNoEffort() {
        assertThat(STANDARD.weightsOf(EngagementKind.POST)).isEqualTo(new KindWeights(0, 0, 0, 0));
        assertThat(STANDARD.effortOf(EngagementKind.REVIEW)).isZero();
    }

    @Test
    void isImmutable() {
        var inbound = new EnumMap<>(Map.of(EngagementKind.SHARE, new KindWeights(1, 1, 1, 1)));
        var model = new ModelVariant().inbound(inbound);
        inbound.clear();

        assertThat(model.weightsOf(EngagementKind.SHARE)).isEqualTo(new KindWeights(1, 1, 1, 1));
        assertThatThrownBy(() -> model.inbound().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejectsInvalidValuesWithAReason() {
        assertRejected(() -> new ModelVariant().version(" "), "version must have");
        assertRejected(
                () -> new ModelVariant().inbound(Map.of(EngagementKind.POST, new KindWeights(0, 0, 0, 0))),
                "never inbound");
        assertRejected(
                () -> new ModelVariant().inbound(Map.of(EngagementKind.UNKNOWN, new KindWeights(0, 0, 0, 0))),
                "UNKNOWN");
        assertRejected(
                () -> new ModelVariant().inbound(Map.of(EngagementKind.SHARE, new KindWeights(Double.NaN, 0, 0, 0))),
                "SHARE");
        assertRejected(
                () -> new ModelVariant().inbound(Map.of(EngagementKind.SHARE, new KindWeights(0, 0, 0, 1001))),
                "SHARE");
        assertRejected(
                () -> new ModelVariant().effort(Map.of(EngagementKind.CALL, -1.0)),
                "effort of CALL must be 0 to 1000, not -1.0");
        assertRejected(() -> new ModelVariant().cap(0), "cap must be 1 to 1000000 per day, not 0");
        assertRejected(() -> new ModelVariant().halfLife(0.5), "half-life must be 1 to 36500 days, not 0.5");
        assertRejected(() -> new ModelVariant().warmthHalfLife(Double.NaN), "half-life of warmth");
        assertRejected(
                () -> new ModelVariant().saturation(new DimensionValues(6, 0, 8)),
                "saturation of like must be above 0");
        assertRejected(() -> new ModelVariant().share(new DimensionValues(0.5, 0.5, 0.5)), "add up to 1, not 1.5");
        assertRejected(
                () -> new ModelVariant().share(new DimensionValues(1.5, -0.5, 0)), "share of like must be 0 or more");
        assertRejected(
                () -> new ModelVariant().sentiment(new SentimentWeights(1, -1)),
                "weight of negative texts must be 0 to 1000, not -1");
        assertRejected(
                () -> new ModelVariant().stages(new StageThresholds(0, 25, 35, 60, 90)), "KNOWS must begin above 0");
        assertRejected(
                () -> new ModelVariant().stages(new StageThresholds(15, 25, 60, 35, 90)),
                "ADVOCATE must not begin below TRUSTS");
        assertRejected(() -> new ModelVariant().stages(new StageThresholds(15, 25, 35, 60, 0)), "1 day or more");
    }

    @Test
    void captiveStageIsPublishedAndReadBack() {
        var brand = new BrandKey("agency", "brand");
        for (var model : ScoringModel.standards()) {
            assertThat(ScoringModel.of(model.published(brand, "ops", Instant.EPOCH)))
                    .isEqualTo(model);
        }
        assertThat(STANDARD.published(brand, "ops", Instant.EPOCH).captiveStage())
                .isNull();
    }

    private static void assertRejected(Runnable model, String reason) {
        assertThatThrownBy(model::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    /** The standard model with one value changed. */
    private static final class ModelVariant {

        private String version = STANDARD.version();
        private Map<EngagementKind, KindWeights> inbound = STANDARD.inbound();
        private Map<EngagementKind, Double> effort = STANDARD.effort();
        private int cap = STANDARD.cap();
        private double halfLife = STANDARD.halfLife();
        private DimensionValues saturation = STANDARD.saturation();
        private DimensionValues share = STANDARD.share();
        private SentimentWeights sentiment = STANDARD.sentiment();
        private StageThresholds stages = STANDARD.stages();
        private double warmthHalfLife = STANDARD.warmthHalfLife();

        ScoringModel version(String other) {
            version = other;
            return model();
        }

        ScoringModel inbound(Map<EngagementKind, KindWeights> other) {
            inbound = other;
            return model();
        }

        ScoringModel effort(Map<EngagementKind, Double> other) {
            effort = other;
            return model();
        }

        ScoringModel cap(int other) {
            cap = other;
            return model();
        }

        ScoringModel halfLife(double other) {
            halfLife = other;
            return model();
        }

        ScoringModel saturation(DimensionValues other) {
            saturation = other;
            return model();
        }

        ScoringModel share(DimensionValues other) {
            share = other;
            return model();
        }

        ScoringModel sentiment(SentimentWeights other) {
            sentiment = other;
            return model();
        }

        ScoringModel stages(StageThresholds other) {
            stages = other;
            return model();
        }

        ScoringModel warmthHalfLife(double other) {
            warmthHalfLife = other;
            return model();
        }

        private ScoringModel model() {
            return new ScoringModel(
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
                    Stage.STRANGER);
        }
    }
}
