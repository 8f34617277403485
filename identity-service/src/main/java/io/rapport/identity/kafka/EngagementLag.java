package io.rapport.identity.kafka;

import io.rapport.contracts.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** How many engagements are still to be read. */
public final class EngagementLag implements AutoCloseable {

    private final Admin admin;

    /** Asks with these client settings. */
    public EngagementLag(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    /** The records between where the group is and where the topic ends; partitions it has not begun are left out. */
    public long read() throws ExecutionException, InterruptedException {
        var at = admin.listConsumerGroupOffsets(IdentityConsumers.GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        at.keySet().removeIf(partition -> !partition.topic().equals(Topic.ENGAGEMENT_RECEIVED.name()));
        at.values().removeIf(Objects::isNull);
        var ends = admin.listOffsets(at.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return at.entrySet().stream()
                .mapToLong(
                        each -> Objects.requireNonNull(ends.get(each.getKey())).offset()
                                - each.getValue().offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
