package io.rapport.report.projection;

import io.rapport.messaging.projection.Projection;
import io.rapport.test.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Waits until projections have applied everything that is on their topics. */
public final class ProjectionAwait {

    private ProjectionAwait() {}

    /** Waits until the committed offsets have reached the ends of the topics. */
    public static void await(List<Projection<?>> projections) {
        try (var admin = Admin.create(TestBroker.client())) {
            Awaitility.await().until(() -> {
                for (var projection : projections) {
                    if (!hasReachedEnd(admin, projection)) {
                        return false;
                    }
                }
                return true;
            });
        }
    }

    private static boolean hasReachedEnd(Admin admin, Projection<?> projection)
            throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(projection.group())
                .partitionsToOffsetAndMetadata()
                .get();
        for (var end : ends(admin, projection.topic().name()).entrySet()) {
            var offset = committed.get(end.getKey());
            if ((offset == null ? 0 : offset.offset()) < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get()
                .partitions();
        var requests = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(each -> requests.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(requests, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, result) -> ends.put(partition, result.offset()));
        return ends;
    }
}
