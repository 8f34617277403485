package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.metrics.ScoringCounters;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class ScoringStreamsSettingsTest {

    @Test
    void fetchesOfTheMainConsumerCollectSmallBatchesForAShortTime() {
        assertThat(mainConsumer(Map.of()))
                .containsEntry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536)
                .containsEntry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    }

    @Test
    void fetchesOfTheMainConsumerAreLimitedAsGiven() {
        var given =
                Map.<String, Object>of("main.consumer.fetch.min.bytes", "1", "main.consumer.fetch.max.wait.ms", "2000");

        assertThat(mainConsumer(given))
                .containsEntry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1")
                .containsEntry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "2000");
    }

    @Test
    void consumersThatRestoreStateFetchAsKafkaDoes() {
        assertThat(complete(Map.of()).getRestoreConsumerConfigs("client"))
                .doesNotContainKeys(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG);
    }

    private static Map<String, Object> mainConsumer(Map<String, Object> given) {
        return complete(given).getMainConsumerConfigs("group", "client", 0);
    }

    private static StreamsConfig complete(Map<String, Object> given) {
        var settings = new HashMap<>(ScoringTopologyDriver.given());
        settings.putAll(given);
        return ScoringStreamsSettings.complete(settings, ScoringTopologyDriver.DEAD_LETTERS, ScoringCounters.NONE);
    }
}
