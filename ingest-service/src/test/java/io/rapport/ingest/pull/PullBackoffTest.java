package io.rapport.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PullBackoffTest {

    private final PullBackoff backoff = new PullBackoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

    @Test
    void doublesUpToTheLongestWait() {
        assertThat(backoff.after(1, null, () -> 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(3, null, () -> 1)).isEqualTo(Duration.ofSeconds(16));
        assertThat(backoff.after(1_000_000, null, () -> 1)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void jitterIsUpToHalfOfTheWait() {
        assertThat(backoff.after(1, null, () -> 0)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatThePlatformAsksForIsTheLeast() {
        assertThat(backoff.after(1, Duration.ofHours(1), () -> 1)).isEqualTo(Duration.ofHours(1));
        assertThat(backoff.after(1, Duration.ofSeconds(1), () -> 1)).isEqualTo(Duration.ofSeconds(4));
    }
}
