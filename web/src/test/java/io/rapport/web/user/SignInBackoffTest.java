package io.rapport.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInBackoffTest {

    private final MovingClock clock = new MovingClock();
    private final SignInBackoff backoff = new SignInBackoff(3, clock);

    @Test
    void theDelayDoublesAfterTheFreeAttempts() {
        assertThat(IntStream.range(0, 3)).allMatch(attempt -> backoff.begin("a"));
        assertThat(backoff.begin("a")).isFalse();
        assertThat(backoff.begin("b")).isTrue();

        clock.now = clock.now.plusSeconds(30);
        assertThat(backoff.begin("a")).isTrue();
        clock.now = clock.now.plusSeconds(59);
        assertThat(backoff.begin("a")).isFalse();
        clock.now = clock.now.plusSeconds(1);
        assertThat(backoff.begin("a")).isTrue();
    }

    @Test
    void theDelayIsFifteenMinutesAtMostAndIsForgottenAfterwards() {
        for (var attempt = 0; attempt < 100; attempt++) {
            assertThat(backoff.begin("a")).isTrue();
            clock.now = clock.now.plus(SignInBackoff.MAX_DELAY);
        }
        assertThat(backoff.begin("a")).isTrue();
        assertThat(backoff.begin("a")).isFalse();

        clock.now = clock.now.plus(SignInBackoff.MAX_DELAY.multipliedBy(2)).plusSeconds(1);
        assertThat(IntStream.range(0, 3)).allMatch(attempt -> backoff.begin("a"));
        assertThat(backoff.begin("a")).isFalse();
    }

    @Test
    void successForgetsTheAttempts() {
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(backoff.begin("a")).isTrue();
            backoff.succeed("a");
        }
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 30_000).forEach(attempt -> backoff.begin("key" + attempt));

        assertThat(backoff.size()).isEqualTo(10_000);
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
