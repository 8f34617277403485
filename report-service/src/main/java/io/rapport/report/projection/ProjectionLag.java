package io.rapport.report.projection;

import io.rapport.contracts.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
 * How far the groups have come, asked of the broker.
 *
 * @param end where the readable part of each partition ends
 * @param committed up to where each partition has been taken in; 0 where nothing was
 */
record ProjectionLag(Map<TopicPartition, Long> end, Map<TopicPartition, Long> committed) {

    /** @param topics by consumer group */
    static ProjectionLag of(Admin admin, Map<String, Topic> topics) throws ExecutionException, InterruptedException {
        var end = ends(admin, topics.values());
        var committed = new HashMap<TopicPartition, Long>();
        var groups = topics.keySet().stream()
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        for (var offsets : admin.listConsumerGroupOffsets(groups).all().get().values()) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset(offset)));
        }
        return new ProjectionLag(end, committed);
    }

    /** Records of a topic not taken in yet. */
    long of(Topic topic) {
        return end.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.name()))
                .mapToLong(each -> Math.max(0, each.getValue() - committed.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    /** Whether a topic has been taken in up to where it ended then. */
    boolean reached(Topic topic, ProjectionLag then) {
        return then.end.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic.name()))
                .allMatch(each -> committed.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Collection<Topic> topics)
            throws ExecutionException, InterruptedException {
        var names = topics.stream().map(Topic::name).toList();
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(names)
                .allTopicNames()
                .get()
                .forEach((name, description) -> partitions(
                                name, description.partitions().size())
                        .forEach(partition -> asked.put(partition, OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, result) -> ends.put(partition, result.offset()));
        return ends;
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TopicPartition(topic, i))
                .toList();
    }

    // The broker answers null for a partition of which nothing was ever committed.
    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
