package io.rapport.scoring.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ServiceWindow;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AnswerStatisticsTest {

    private static final int TODAY = 20_000;

    @Property
    void timesHaveAnErrorBelowThreePercent(@ForAll @LongRange(max = 180L * 86_400) long seconds) {
        var representative = AnswerTimeClasses.seconds(AnswerTimeClasses.classOf(seconds));

        assertThat(representative).isCloseTo(seconds, within(0.03 * seconds));
    }

    @Test
    void shortTimesAreExactAndLongOnesAreCapped() {
        for (var seconds = 0; seconds < 17; seconds++) {
            assertThat(AnswerTimeClasses.seconds(AnswerTimeClasses.classOf(seconds)))
                    .isEqualTo(seconds);
        }
        assertThat(AnswerTimeClasses.classOf(Long.MAX_VALUE)).isEqualTo(AnswerTimeClasses.COUNT - 1);
        assertThat(AnswerTimeClasses.seconds(AnswerTimeClasses.COUNT - 1)).isGreaterThan(180 * 86_400);
    }

    @Test
    void windowsUseTheDayOfTheQuestion() {
        var ledger = ServiceLedger.answered(TODAY, true, 2)
                .plus(ServiceLedger.answered(TODAY - 6, false, 4))
                .plus(ServiceLedger.answered(TODAY - 6, false, 16))
                .plus(ServiceLedger.opened(TODAY - 7))
                .plus(ServiceLedger.opened(TODAY + 1))
                .plus(ServiceLedger.answered(TODAY - 90, true, 2));

        var windows = AnswerStatistics.of(ledger, TODAY, null);

        assertThat(windows)
                .containsExactly(
                        new ServiceWindow(7, 3, 3, 1, 0, 4.0, 16.0, null, null, FigureEvidence.FEW),
                        new ServiceWindow(30, 4, 3, 1, 1, 4.0, 16.0, null, null, FigureEvidence.FEW),
                        new ServiceWindow(90, 4, 3, 1, 1, 4.0, 16.0, null, null, FigureEvidence.FEW));
    }

    @Test
    void theTargetShareIsOfAllOpenedConversations() {
        var ledger = ServiceLedger.EMPTY;
        for (var seconds : List.of(1L, 590L, 640L, 100_000L)) {
            ledger = ledger.plus(ServiceLedger.answered(TODAY, true, seconds));
        }
        ledger = ledger.plus(ServiceLedger.opened(TODAY));

        assertThat(AnswerStatistics.of(ledger, TODAY, 10).get(0).withinTarget()).isEqualTo(0.4);
        assertThat(AnswerStatistics.of(ServiceLedger.EMPTY, TODAY, 10).get(0))
                .isEqualTo(new ServiceWindow(7, 0, 0, 0, 0, null, null, 10, null, FigureEvidence.FEW));
    }

    @Property
    void isACommutativeGroup(
            @ForAll @LongRange(max = 1_000_000) long one, @ForAll @LongRange(max = 1_000_000) long other) {
        var first = ServiceLedger.answered(TODAY, true, one).plus(ServiceLedger.opened(TODAY - 3));
        var second = ServiceLedger.answered(TODAY - 3, false, other);

        assertThat(first.plus(second)).isEqualTo(second.plus(first)).hasSameHashCodeAs(second.plus(first));
        assertThat(first.plus(second).minus(first)).isEqualTo(second);
        assertThat(first.minus(first).isEmpty()).isTrue();
        assertThat(ServiceLedger.CODEC.decode(ServiceLedger.CODEC.encode(first.minus(second))))
                .isEqualTo(first.minus(second));
    }
}
