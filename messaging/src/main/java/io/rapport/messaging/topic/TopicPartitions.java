package io.rapport.messaging.topic;

import io.rapport.contracts.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions of a topic, for readers of all of them. */
public final class TopicPartitions {

    private TopicPartitions() {}

    /**
     * All partitions of a topic.
     *
     * @throws IllegalStateException if the broker does not know the topic yet: metadata reaches the brokers some time after the
     *     creation, and a reader without partitions would look caught up
     */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, Topic topic) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("The broker does not know " + topic.name() + " yet");
        }
        return partitions;
    }

    /** Whether the positions of a consumer have reached the given end offsets. */
    public static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
