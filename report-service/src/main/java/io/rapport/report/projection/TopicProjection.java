package io.rapport.report.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.BatchHandler;
import io.rapport.messaging.ListenerContainerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * One topic and what is done with it.
 *
 * @param type of its events
 */
record TopicProjection<V>(Topic topic, Class<V> type, BatchHandler<V> handler) {

    /** The consumer group in a generation of the store. Each topic has its own, so that none rebalances another. */
    String group(String generation) {
        return "report-" + generation + "-" + topic.name();
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ListenerContainerFactory listeners, String generation, Runnable applied) {
        return listeners.container(group(generation), topic, type, batch -> {
            handler.apply(batch);
            batch.forEach(each -> applied.run());
        });
    }
}
