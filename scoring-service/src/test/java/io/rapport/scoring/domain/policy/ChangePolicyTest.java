package io.rapport.scoring.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import org.junit.jupiter.api.Test;

/** Every public threshold exactly at its boundary: moving a constant fails a test. */
class ChangePolicyTest {

    private static final RelationshipState BEFORE = new RelationshipState(40, Stage.LIKES, WarmthClass.WARM, false);

    @Test
    void strengthMovesByHalfAPointOrMore() {
        assertThat(ChangePolicy.isRelationshipChange(BEFORE, withStrength(40.5)))
                .isTrue();
        assertThat(ChangePolicy.isRelationshipChange(BEFORE, withStrength(39.5)))
                .isTrue();
        assertThat(ChangePolicy.isRelationshipChange(BEFORE, withStrength(Math.nextDown(40.5))))
                .isFalse();
        assertThat(ChangePolicy.isRelationshipChange(BEFORE, withStrength(Math.nextUp(39.5))))
                .isFalse();
    }

    @Test
    void stageWarmthClassOrCaptiveFlagIsAChange() {
        assertThat(ChangePolicy.isRelationshipChange(BEFORE, BEFORE)).isFalse();
        assertThat(ChangePolicy.isRelationshipChange(
                        BEFORE, new RelationshipState(40, Stage.TRUSTS, WarmthClass.WARM, false)))
                .isTrue();
        assertThat(ChangePolicy.isRelationshipChange(
                        BEFORE, new RelationshipState(40, Stage.LIKES, WarmthClass.COOL, false)))
                .isTrue();
        assertThat(ChangePolicy.isRelationshipChange(
                        BEFORE, new RelationshipState(40, Stage.LIKES, WarmthClass.WARM, true)))
                .isTrue();
    }

    @Test
    void rorMovesByOnePerCentOrMore() {
        assertThat(ChangePolicy.hasRorMoved(100.0, 101.0)).isTrue();
        assertThat(ChangePolicy.hasRorMoved(100.0, 99.0)).isTrue();
        assertThat(ChangePolicy.hasRorMoved(100.0, Math.nextDown(101.0))).isFalse();
        assertThat(ChangePolicy.hasRorMoved(100.0, Math.nextUp(99.0))).isFalse();
        assertThat(ChangePolicy.hasRorMoved(0.0, Double.MIN_VALUE)).isTrue();
        assertThat(ChangePolicy.hasRorMoved(0.0, 0.0)).isFalse();
    }

    @Test
    void rorMovesWhenInvestmentBeginsOrEnds() {
        assertThat(ChangePolicy.hasRorMoved(null, 1.0)).isTrue();
        assertThat(ChangePolicy.hasRorMoved(1.0, null)).isTrue();
        assertThat(ChangePolicy.hasRorMoved(null, null)).isFalse();
    }

    @Test
    void reproductionMovesByATenthOrMore() {
        assertThat(ChangePolicy.hasReproductionMoved(0.0, 0.1)).isTrue();
        assertThat(ChangePolicy.hasReproductionMoved(0.1, 0.0)).isTrue();
        assertThat(ChangePolicy.hasReproductionMoved(0.0, Math.nextDown(0.1))).isFalse();
        assertThat(ChangePolicy.hasReproductionMoved(null, 0.0)).isTrue();
        assertThat(ChangePolicy.hasReproductionMoved(0.0, null)).isTrue();
        assertThat(ChangePolicy.hasReproductionMoved(null, null)).isFalse();
    }

    @Test
    void carriersMoveByMoreThanTenPerCent() {
        assertThat(ChangePolicy.haveCarriersMoved(100, 110)).isFalse();
        assertThat(ChangePolicy.haveCarriersMoved(100, 111)).isTrue();
        assertThat(ChangePolicy.haveCarriersMoved(100, 90)).isFalse();
        assertThat(ChangePolicy.haveCarriersMoved(100, 89)).isTrue();
        assertThat(ChangePolicy.haveCarriersMoved(0, 1)).isTrue();
        assertThat(ChangePolicy.haveCarriersMoved(0, 0)).isFalse();
    }

    @Test
    void aKeyIsPublishedAtMostOnceASecond() {
        assertThat(ChangePolicy.MIN_PUBLICATION_INTERVAL).isEqualTo(1000);
        assertThat(ChangePolicy.isPublicationDue(5000, 5999)).isFalse();
        assertThat(ChangePolicy.isPublicationDue(5000, 6000)).isTrue();
    }

    @Test
    void warmFromFiftyCoolFromFifteenColdBelow() {
        assertThat(ChangePolicy.warmthClass(50)).isEqualTo(WarmthClass.WARM);
        assertThat(ChangePolicy.warmthClass(Math.nextDown(50.0))).isEqualTo(WarmthClass.COOL);
        assertThat(ChangePolicy.warmthClass(15)).isEqualTo(WarmthClass.COOL);
        assertThat(ChangePolicy.warmthClass(Math.nextDown(15.0))).isEqualTo(WarmthClass.COLD);
    }

    @Test
    void closeRelationshipsCoolBelowFifty() {
        assertThat(ChangePolicy.isCooling(false, Stage.LIKES, Math.nextDown(50.0)))
                .isTrue();
        assertThat(ChangePolicy.isCooling(false, Stage.LIKES, 50)).isFalse();
        assertThat(ChangePolicy.isCooling(false, Stage.KNOWS, 0)).isFalse();
        assertThat(ChangePolicy.isCooling(true, Stage.STRANGER, 0)).isTrue();
    }

    @Test
    void captiveNeedsTwoActivePeriodsNoNegativeSumAndATenthOfReciprocity() {
        assertThat(ChangePolicy.isCaptive(2, 0, 0.1)).isTrue();
        assertThat(ChangePolicy.isCaptive(1, 0, 0.1)).isFalse();
        assertThat(ChangePolicy.isCaptive(2, -1, 0.1)).isFalse();
        assertThat(ChangePolicy.isCaptive(2, 0, Math.nextDown(0.1))).isFalse();
    }

    @Test
    void reproductionIsMeasurableFromFiveParentsWithHalfOfThemFullyKnown() {
        assertThat(ChangePolicy.isReproductionMeasurable(5, 2)).isTrue();
        assertThat(ChangePolicy.isReproductionMeasurable(4, 0)).isFalse();
        assertThat(ChangePolicy.isReproductionMeasurable(6, 3)).isTrue();
        assertThat(ChangePolicy.isReproductionMeasurable(5, 3)).isFalse();
    }

    @Test
    void negativeReproductionAlertsAboveOne() {
        assertThat(ChangePolicy.isReproductionAlert(Math.nextUp(1.0))).isTrue();
        assertThat(ChangePolicy.isReproductionAlert(1.0)).isFalse();
        assertThat(ChangePolicy.isReproductionAlert(null)).isFalse();
    }

    @Test
    void negativeCarriersAlertFromFiveAboveThreeStandardDeviations() {
        assertThat(ChangePolicy.ALERT_BASELINE_DAYS).isEqualTo(28);
        assertThat(ChangePolicy.isCarrierAlert(14, 10, 1)).isTrue();
        assertThat(ChangePolicy.isCarrierAlert(13, 10, 1)).isFalse();
        assertThat(ChangePolicy.isCarrierAlert(5, 0, 0)).isTrue();
        assertThat(ChangePolicy.isCarrierAlert(4, 0, 0)).isFalse();
    }

    private static RelationshipState withStrength(double strength) {
        return new RelationshipState(strength, BEFORE.stage(), BEFORE.warmthClass(), BEFORE.captive());
    }
}
