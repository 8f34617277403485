package io.rapport.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.rapport.messaging.consume.DeadLetterQueue;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class ProjectionConsumerFactoryTest {

    @Test
    void fetchesCollectSmallBatchesForAShortTime() {
        assertThat(settings(Map.of()))
                .containsEntry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536)
                .containsEntry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    }

    @Test
    void fetchesAreLimitedAsGiven() {
        var given = Map.<String, Object>of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 8_000);

        assertThat(settings(given)).containsAllEntriesOf(given);
    }

    private static Map<String, Object> settings(Map<String, Object> given) {
        return new ProjectionConsumerFactory(given, mock(DeadLetterQueue.class), "").settings("report");
    }
}
