package io.rapport.benchmarks.stream;

import io.rapport.contracts.Topic;
import io.rapport.messaging.projection.BrokerOffsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The lag of a stream on its topics, including its repartition topics. */
final class StreamBacklog {

    /** Transaction markers count as records, and a consumer may stop before the last one of each partition. */
    private static final long MAX_MARKERS = 100;

    private static final long POLL_MILLIS = 50;

    private final Admin admin;
    private final String group;

    StreamBacklog(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Waits until the lag is zero; returns the time by {@link System#nanoTime}. */
    long awaitEmpty() throws InterruptedException, ExecutionException {
        while (lag() > MAX_MARKERS) {
            Thread.sleep(POLL_MILLIS);
        }
        return System.nanoTime();
    }

    private long lag() throws InterruptedException, ExecutionException {
        var committed = BrokerOffsets.committed(admin, Set.of(group));
        var partitions = new HashSet<>(committed.keySet());
        admin.describeTopics(List.of(Topic.ENGAGEMENT_RECEIVED.name()))
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        var ends = admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
    }
}
