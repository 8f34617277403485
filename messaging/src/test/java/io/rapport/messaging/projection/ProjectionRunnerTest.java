package io.rapport.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProjectionRunnerTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void anIdleConsumerWithLagHasNotReadEverything() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 2L, SECOND, 0L));

        assertThat(ProjectionRunner.hasReadAll(consumer, consumer.assignment())).isFalse();

        consumer.seek(FIRST, 2);
        assertThat(ProjectionRunner.hasReadAll(consumer, consumer.assignment())).isTrue();
    }

    @Test
    void aConsumerWithoutPartitionsHasReadNothing() {
        assertThat(ProjectionRunner.hasReadAll(consumer, consumer.assignment())).isFalse();
    }
}
