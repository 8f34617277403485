package io.rapport.report.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

class ReportProjectionRunnerTest {

    private static final TopicPartition ONE = new TopicPartition("topic", 0);
    private static final TopicPartition TWO = new TopicPartition("topic", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void whoWaitsForRecordsThatAreThereHasNotReadAll() {
        consumer.assign(List.of(ONE, TWO));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, TWO, 0L));
        consumer.updateEndOffsets(Map.of(ONE, 2L, TWO, 0L));

        assertThat(ReportProjectionRunner.hasReadAll(idle())).isFalse();

        consumer.seek(ONE, 2);
        assertThat(ReportProjectionRunner.hasReadAll(idle())).isTrue();
    }

    @Test
    void whoHasNoPartitionsYetHasReadNothing() {
        assertThat(ReportProjectionRunner.hasReadAll(idle())).isFalse();
    }

    private ListenerContainerIdleEvent idle() {
        return new ListenerContainerIdleEvent(this, this, 3000, "listener", consumer.assignment(), consumer, false);
    }
}
