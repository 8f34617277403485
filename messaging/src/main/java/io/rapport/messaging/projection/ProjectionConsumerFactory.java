package io.rapport.messaging.projection;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Creates consumers that do not wait for the broker's answer to a pending fetch when they are closed. */
final class ProjectionConsumerFactory extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    /** Enough to leave the group, which does not queue behind the fetch. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    ProjectionConsumerFactory(Map<String, Object> settings) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> settings) {
        return new ProjectionConsumer(settings);
    }

    private static final class ProjectionConsumer extends KafkaConsumer<byte[], byte[]> {

        ProjectionConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }
}
