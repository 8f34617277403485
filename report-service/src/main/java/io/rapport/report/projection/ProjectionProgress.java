package io.rapport.report.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.rapport.contracts.Topic;
import java.util.Collection;
import java.util.HashMap;
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
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How far the projections have come. They are ready once everything is in them that was on the topics when they began:
 * after a store was lost, answers would otherwise be of people half remembered.
 */
public final class ProjectionProgress implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProgress.class);

    private final MeterRegistry meters;
    private final Set<Topic> behind = ConcurrentHashMap.newKeySet();
    private final Map<Topic, Long> lags = new ConcurrentHashMap<>();
    private Map<String, Topic> topics = Map.of();
    private volatile @Nullable ProjectionLag atStart;

    /** Nothing has begun yet. */
    public ProjectionProgress(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Begins: from now on these topics are followed by these groups. */
    void begin(Admin admin, Collection<TopicProjection<?>> projections, String generation)
            throws ExecutionException, InterruptedException {
        var groups = new HashMap<String, Topic>();
        projections.forEach(each -> groups.put(each.group(generation), each.topic()));
        topics = groups;
        behind.addAll(groups.values());
        groups.values().forEach(this::meter);
        var now = ProjectionLag.of(admin, groups);
        atStart = now;
        settle(now, now);
    }

    /** Looks again how far they have come. */
    void refresh(Admin admin) throws ExecutionException, InterruptedException {
        var start = atStart;
        if (start != null) {
            settle(ProjectionLag.of(admin, topics), start);
        }
    }

    /** Everything readable of a topic has been read: what follows its last record is no record. */
    void idle(String topic) {
        if (behind.removeIf(each -> each.name().equals(topic)) && behind.isEmpty()) {
            LOG.info("The projections have caught up");
        }
    }

    /** Whether the projections hold everything that was on the topics when they began. */
    public boolean isCaughtUp() {
        return atStart != null && behind.isEmpty();
    }

    @Override
    public Health health() {
        if (isCaughtUp()) {
            return Health.up().build();
        }
        var waiting = behind.stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        return Health.outOfService().withDetail("behind", waiting).build();
    }

    private void settle(ProjectionLag now, ProjectionLag start) {
        topics.values().forEach(topic -> lags.put(topic, now.of(topic)));
        for (var topic : topics.values()) {
            if (now.reached(topic, start)) {
                idle(topic.name());
            }
        }
        if (!behind.isEmpty()) {
            var left = behind.stream()
                    .mapToLong(topic -> lags.getOrDefault(topic, 0L))
                    .sum();
            LOG.info("Filling the projections: {} records of {} topics to go", left, behind.size());
        }
    }

    private void meter(Topic topic) {
        meters.gauge(
                ReportMetric.LAG.metricName(),
                Tags.of(ReportMetric.TOPIC, topic.name()),
                lags,
                all -> all.getOrDefault(topic, 0L));
    }
}
