package io.rapport.messaging;

import io.rapport.contracts.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Which partitions a topic has, for those who read all of it. */
public final class TopicPartitions {

    private TopicPartitions() {}

    /**
     * All partitions of a topic.
     *
     * @throws IllegalStateException if the broker does not know the topic yet: a topic is created before every broker has
     *     heard of it, and to have read none of its partitions is not to have read all of it
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

    /** Whether a reader is where the partitions ended when it was asked. */
    public static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
