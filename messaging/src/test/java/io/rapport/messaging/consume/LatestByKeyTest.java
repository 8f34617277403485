package io.rapport.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatestByKeyTest {

    @Test
    void keepsTheLastRecordOfEachKey() {
        var latest = LatestByKey.of(List.of(
                received("a", "1"),
                received("b", "1"),
                received("a", "2"),
                received("b", null),
                received("c", null),
                received("c", "3")));

        assertThat(latest.values()).containsOnly(java.util.Map.entry("a", "2"), java.util.Map.entry("c", "3"));
        assertThat(latest.tombstones()).containsExactly("b");
    }

    private static ReceivedRecord<String> received(String key, @Nullable String value) {
        return new ReceivedRecord<>(key, value, Instant.EPOCH, "topic-0@0");
    }
}
