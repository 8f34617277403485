package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The lag of consumer groups as the broker reports it.
 *
 * @param end the end of the committed records of each partition
 * @param committed the offset the group has committed of each partition
 */
record ConsumerLag(Map<TopicPartition, Long> end, Map<TopicPartition, Long> committed) {

    static ConsumerLag measure(Admin admin, Collection<Projection<?>> projections)
            throws ExecutionException, InterruptedException {
        var topics = projections.stream().map(each -> each.topic().name()).collect(Collectors.toSet());
        var end = ends(admin, topics);
        var committed = new HashMap<TopicPartition, Long>();
        var groups = projections.stream()
                .map(Projection::group)
                .distinct()
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        for (var offsets : admin.listConsumerGroupOffsets(groups).all().get().values()) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset(offset)));
        }
        return new ConsumerLag(end, committed);
    }

    /** The number of records of a topic that are not committed yet. */
    long of(Topic topic) {
        return end.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.name()))
                .mapToLong(each -> Math.max(0, each.getValue() - committed.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    /** Whether the committed offsets of a topic have reached the ends of an earlier measurement. */
    boolean hasReached(Topic topic, ConsumerLag earlier) {
        return earlier.end.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.name()))
                .allMatch(each -> committed.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, description) -> IntStream.range(
                                0, description.partitions().size())
                        .forEach(i -> latest.put(new TopicPartition(name, i), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, result) -> ends.put(partition, result.offset()));
        return ends;
    }

    // The broker answers null for a partition of which nothing was committed.
    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
