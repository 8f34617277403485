package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

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
        var groups = projections.stream().map(Projection::group).collect(Collectors.toSet());
        var end = BrokerOffsets.ends(admin, topics);
        return new ConsumerLag(end, BrokerOffsets.committed(admin, groups));
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
}
