package io.rapport.report.domain.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthSettlingTest {

    private static final BrandKey ACME = new BrandKey("north", "acme");
    private static final BrandKey CAFE = new BrandKey("north", "cafe");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Instant T = Instant.parse("2026-04-01T00:00:00Z");

    private final MonthSettling settling = new MonthSettling(Duration.ofMinutes(15));

    @Test
    void aMonthSettlesAfterItWasTheLastOneForTheTime() {
        assertThat(settling.isSettled(ACME, MARCH, T)).isFalse();
        assertThat(settling.isSettled(CAFE, MARCH, minutes(14))).isFalse();
        assertThat(settling.isSettled(ACME, MARCH, minutes(14))).isFalse();
        assertThat(settling.isSettled(ACME, MARCH, minutes(15))).isTrue();
        assertThat(settling.isSettled(CAFE, MARCH, minutes(15))).isFalse();
    }

    @Test
    void anotherMonthWaitsAgain() {
        settling.isSettled(ACME, MARCH, T);
        assertThat(settling.isSettled(ACME, MARCH.plusMonths(1), minutes(16))).isFalse();
        assertThat(settling.isSettled(ACME, MARCH, minutes(17))).isFalse();
        assertThat(settling.isSettled(ACME, MARCH, minutes(32))).isTrue();
    }

    @Test
    void aRestartedOrForgottenMonthWaitsAgain() {
        settling.isSettled(ACME, MARCH, T);
        settling.restart(ACME, MARCH, minutes(10));
        assertThat(settling.isSettled(ACME, MARCH, minutes(15))).isFalse();
        assertThat(settling.isSettled(ACME, MARCH, minutes(25))).isTrue();
        settling.forget(ACME);
        assertThat(settling.isSettled(ACME, MARCH, minutes(26))).isFalse();
    }

    @Test
    void withoutATimeAMonthSettlesAtOnce() {
        assertThat(new MonthSettling(Duration.ZERO).isSettled(ACME, MARCH, T)).isTrue();
    }

    private static Instant minutes(int minutes) {
        return T.plus(Duration.ofMinutes(minutes));
    }
}
