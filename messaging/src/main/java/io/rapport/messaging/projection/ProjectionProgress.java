package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tracks whether projections have applied everything that was on their topics when they started, and their lag. */
final class ProjectionProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProgress.class);
    private static final int MAX_FAILURES = 5;

    private final List<Projection<?>> projections;
    private final Set<String> behind;
    private final Set<String> unassigned;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private volatile @Nullable ConsumerLag atStart;

    ProjectionProgress(List<Projection<?>> projections) {
        this.projections = projections;
        this.behind = ConcurrentHashMap.newKeySet();
        this.unassigned = ConcurrentHashMap.newKeySet();
        projections.forEach(each -> {
            behind.add(each.topic().name());
            unassigned.add(each.topic().name());
        });
    }

    /** Measures the lag of each topic; returns whether all are as before. */
    boolean refresh(Admin admin) throws ExecutionException, InterruptedException {
        var before = Map.copyOf(lags);
        var now = ConsumerLag.measure(admin, projections);
        var start = atStart;
        if (start == null) {
            start = now;
            atStart = now;
        }
        for (var projection : projections) {
            var topic = projection.topic();
            lags.put(topic.name(), now.of(topic));
            if (now.hasReached(topic, start)) {
                completed(topic.name());
            }
        }
        if (!behind.isEmpty()) {
            var remaining = behind.stream()
                    .mapToLong(topic -> lags.getOrDefault(topic, 0L))
                    .sum();
            LOG.info("Filling the projections: {} records of {} topics left", remaining, behind.size());
        }
        return before.equals(lags);
    }

    /**
     * Notes that all committed records of a topic have been read. Offsets alone do not show that: a transaction leaves a
     * marker behind its last record, which is never consumed.
     */
    void completed(String topic) {
        if (behind.remove(topic) && behind.isEmpty()) {
            LOG.info("The projections have caught up");
        }
    }

    /** Notes that the group assigned partitions of a topic to this instance, which may be none. */
    void assigned(String topic) {
        unassigned.remove(topic);
    }

    /** Notes that the group assigned this instance's partitions to others, because it sent no heartbeat in time. */
    void lost(String topic) {
        unassigned.add(topic);
    }

    /** The topics for which this instance waits for its group. */
    Set<String> unassigned() {
        return new TreeSet<>(unassigned);
    }

    /** Counts the failures of a handler since its last success. */
    <V> BatchHandler<V> countingFailures(String topic, BatchHandler<V> handler) {
        return batch -> {
            try {
                handler.apply(batch);
                failures.remove(topic);
            } catch (RuntimeException e) {
                failures.merge(topic, 1, Integer::sum);
                throw e;
            }
        };
    }

    /** The topics whose batches have failed repeatedly. */
    Set<String> failing() {
        return failures.entrySet().stream()
                .filter(each -> each.getValue() >= MAX_FAILURES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isCaughtUp() {
        return atStart != null && behind.isEmpty();
    }

    Set<String> behind() {
        return new TreeSet<>(behind);
    }

    long lag(Topic topic) {
        return lags.getOrDefault(topic.name(), 0L);
    }
}
