package io.rapport.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

class MessagingConfigurationTest {

    private final KafkaProperties kafka = new KafkaProperties();

    @Test
    void leavesFetchesOfProjectionsToTheirDefaults() {
        assertThat(configuration().projectionSettings())
                .doesNotContainKeys(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG);
    }

    @Test
    void limitsFetchesOfProjectionsAsSpringIsConfigured() {
        kafka.getConsumer().setFetchMinSize(DataSize.ofKilobytes(3));
        kafka.getConsumer().setFetchMaxWait(Duration.ofSeconds(8));

        assertThat(configuration().projectionSettings())
                .containsEntry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 3072)
                .containsEntry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 8000);
    }

    private MessagingConfiguration configuration() {
        return new MessagingConfiguration(kafka, "report", "");
    }
}
