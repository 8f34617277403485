package io.rapport.scoring.config;

import io.rapport.scoring.config.CommitStall.PartitionOffsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the committed offsets of a consumer group and the ends of its topics from the broker. */
final class GroupOffsets implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final Admin admin;
    private final String group;
    private final Collection<String> topics;

    /**
     * Creates the reader.
     *
     * @param admin closed with the reader
     * @param topics the topics whose partitions are read
     */
    GroupOffsets(Admin admin, String group, Collection<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
    }

    /**
     * Returns the offsets of those partitions that belong to the topics; of all partitions of the topics if none does.
     *
     * @throws ExecutionException if the broker refuses the request
     * @throws TimeoutException if the broker does not answer in time
     */
    Map<TopicPartition, PartitionOffsets> read(Set<TopicPartition> assigned)
            throws InterruptedException, ExecutionException, TimeoutException {
        var own = assigned.stream()
                .filter(partition -> topics.contains(partition.topic()))
                .collect(Collectors.toSet());
        var partitions = own.isEmpty() ? allPartitions() : own;
        var starts = list(partitions, OffsetSpec.earliest());
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        // The ends are read last, so that a commit in between is not taken for lag below zero.
        var ends = list(partitions, OffsetSpec.latest());
        var offsets = new HashMap<TopicPartition, PartitionOffsets>();
        for (var partition : partitions) {
            var commit = committed.get(partition);
            // Records that retention deleted are not lag.
            var position = Math.max(starts.getOrDefault(partition, 0L), commit == null ? 0 : commit.offset());
            offsets.put(partition, new PartitionOffsets(position, ends.getOrDefault(partition, 0L)));
        }
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<TopicPartition> allPartitions() throws InterruptedException, ExecutionException, TimeoutException {
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> list(Set<TopicPartition> partitions, OffsetSpec offset)
            throws InterruptedException, ExecutionException, TimeoutException {
        var request = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> offset));
        return await(admin.listOffsets(request).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
