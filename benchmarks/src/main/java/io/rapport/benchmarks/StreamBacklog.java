package io.rapport.benchmarks;

import io.rapport.contracts.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a stream is behind its topics, its own repartition topics included. */
final class StreamBacklog {

    /** Ends of transactions count as records, and a reader may stop before the last of each partition. */
    private static final long MARKERS = 100;

    private static final long LOOK_MILLIS = 50;

    private final Admin admin;
    private final String group;

    StreamBacklog(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Waits until everything is done; gives when that was first seen, in nanoseconds of this JVM. */
    long awaitEmpty() throws InterruptedException, ExecutionException {
        while (size() > MARKERS) {
            Thread.sleep(LOOK_MILLIS);
        }
        return System.nanoTime();
    }

    private long size() throws InterruptedException, ExecutionException {
        var committed = committed();
        var of = new HashSet<>(committed.keySet());
        admin.describeTopics(List.of(Topic.ENGAGEMENT_RECEIVED.name()))
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> of.add(new TopicPartition(topic, partition.partition()))));
        var ends = admin.listOffsets(of.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }
}
