package io.rapport.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    @Test
    void doublesUpToTenSecondsAndStaysThere() {
        assertThat(RetryDelay.after(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(RetryDelay.after(2)).isEqualTo(Duration.ofMillis(400));
        assertThat(RetryDelay.after(6)).isEqualTo(Duration.ofMillis(6400));
        assertThat(RetryDelay.after(7)).isEqualTo(Duration.ofSeconds(10));
        assertThat(RetryDelay.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }
}
