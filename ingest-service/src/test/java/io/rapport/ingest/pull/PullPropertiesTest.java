package io.rapport.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PullPropertiesTest {

    private final PullProperties defaults =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("rapport.pull", PullProperties.class);

    @Test
    void anotherInstanceTakesOverWithinAMinute() {
        assertThat(defaults.lease().plus(PullScheduler.FOLLOWER_WAIT).plus(PullScheduler.TICK))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aRequestEndsBeforeTheLease() {
        assertThat(defaults.deadline()).isLessThan(defaults.lease());
        assertThat(defaults.allowLoopback()).isFalse();
    }
}
