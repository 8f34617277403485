package io.rapport.report.domain.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthCompletionServiceTest {

    private static final BrandKey ACME = new BrandKey("north", "acme");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant T = Instant.parse("2026-04-01T00:15:00Z");

    private final MemoryCompletedMonths stored = new MemoryCompletedMonths();
    private final List<MonthCompleted> published = new ArrayList<>();
    private final MonthCompletionService months = service(stored);

    @Test
    void aMonthIsCompletedOnceByAllInstances() {
        var other = service(stored);
        assertThat(months.complete(ACME, MARCH, T)).isTrue();
        assertThat(months.complete(ACME, MARCH, T)).isFalse();
        assertThat(other.complete(ACME, MARCH, T)).isFalse();
        assertThat(published)
                .containsExactly(new MonthCompleted(
                        "north",
                        "acme",
                        "2026-03",
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        "/agencies/north/brands/acme/months/2026-03",
                        1,
                        T));
    }

    @Test
    void theInstanceThatComesSecondCompletesNothing() {
        var late = service(new MemoryCompletedMonths() {
            @Override
            public Optional<MonthCompleted> find(BrandKey brand) {
                return Optional.empty();
            }

            @Override
            public boolean saveNextVersion(MonthCompleted next) {
                return stored.saveNextVersion(next);
            }
        });
        assertThat(months.complete(ACME, MARCH, T)).isTrue();
        assertThat(late.complete(ACME, MARCH, T)).isFalse();
        assertThat(published).hasSize(1);
    }

    @Test
    void aDayThatTurnsBackCompletesNoMonthAgain() {
        months.complete(ACME, MARCH, T);
        assertThat(months.complete(ACME, MARCH.minusMonths(1), T)).isFalse();
        assertThat(months.complete(ACME, MARCH.plusMonths(2), T)).isTrue();
        assertThat(months.isAhead(ACME, MARCH.plusMonths(1))).isFalse();
        assertThat(published).extracting(MonthCompleted::sequence).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsCompletedBeforeEarlierMonthsAreRead() {
        var starting = new MonthCompletionService(stored, new DecisionRecorder<>(() -> false, e -> true, e -> true));
        assertThatThrownBy(() -> starting.complete(ACME, MARCH, T)).isInstanceOf(DecisionRejectedException.class);
    }

    @Test
    void theLastMonthOfADayIsTheOneBeforeItsOwn() {
        assertThat(MonthCompletionService.lastMonth(LocalDate.of(2026, 1, 1))).isEqualTo(YearMonth.of(2025, 12));
        assertThat(MonthCompletionService.lastMonth(LocalDate.of(2026, 3, 31))).isEqualTo(YearMonth.of(2026, 2));
    }

    private MonthCompletionService service(MemoryCompletedMonths months) {
        return new MonthCompletionService(
                months, new DecisionRecorder<>(() -> true, months::saveNextVersion, published::add));
    }
}
