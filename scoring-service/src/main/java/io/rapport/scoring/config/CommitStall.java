package io.rapport.scoring.config;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures how long partitions have had lag without a commit, from observed offsets. Not thread-safe.
 */
final class CommitStall {

    private final Map<TopicPartition, LastCommit> commits = new HashMap<>();

    /**
     * The offsets of a partition.
     *
     * @param committed next offset to process
     * @param end next offset to be written
     */
    record PartitionOffsets(long committed, long end) {

        boolean hasLag() {
            return committed < end;
        }
    }

    private record LastCommit(long committed, Instant since) {}

    /**
     * Records the offsets of the partitions that an instance processes; others are no longer measured.
     *
     * @return the longest time that one of them has had lag without a commit; zero without one
     */
    Duration observe(Map<TopicPartition, PartitionOffsets> offsets, Instant now) {
        retain(offsets.keySet());
        offsets.forEach((partition, observed) -> {
            var last = commits.get(partition);
            if (last == null || !observed.hasLag() || observed.committed() != last.committed) {
                commits.put(partition, new LastCommit(observed.committed(), now));
            }
        });
        return commits.values().stream()
                .map(last -> Duration.between(last.since, now))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private void retain(Set<TopicPartition> partitions) {
        commits.keySet().retainAll(partitions);
    }
}
