package io.rapport.messaging.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;

/**
 * Applies topics to a service's store, at-least-once, in batches: one consumer for all {@link Projection}s of a consumer group.
 * Tracks the lag of each topic and whether the projections have caught up with what was on the topics when they started.
 */
public final class ProjectionRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration WHILE_FILLING = Duration.ofMillis(500);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(15);
    private static final Duration UNCHANGED = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final ProjectionConsumerFactory factory;
    private final Map<String, Object> settings;
    private final MeterRegistry meters;
    private final @Nullable ProjectionMetrics metrics;
    private final Set<String> metered = ConcurrentHashMap.newKeySet();
    private final ExecutorService parallel = Executors.newCachedThreadPool(ProjectionRunner::daemon);
    private List<GroupConsumer> consumers = List.of();
    private volatile ProjectionProgress progress = new ProjectionProgress(List.of());
    private @Nullable Thread monitor;

    /**
     * A runner that runs nothing yet.
     *
     * @param settings of the Kafka clients
     * @param metrics null for no metrics
     */
    public ProjectionRunner(
            ProjectionConsumerFactory factory,
            Map<String, Object> settings,
            MeterRegistry meters,
            @Nullable ProjectionMetrics metrics) {
        this.factory = factory;
        this.settings = settings;
        this.meters = meters;
        this.metrics = metrics;
    }

    /** Starts projections in place of those that run. Their topics must exist. */
    public synchronized void start(List<Projection<?>> projections) {
        stop();
        var started = new ProjectionProgress(List.copyOf(projections));
        progress = started;
        projections.forEach(this::registerLag);
        consumers = projections.stream().collect(Collectors.groupingBy(Projection::group)).entrySet().stream()
                .map(group -> consumer(group.getKey(), group.getValue(), started))
                .toList();
        consumers.forEach(GroupConsumer::start);
        startMonitor(started);
    }

    /** Stops after the batches that are being applied. */
    public synchronized void stop() {
        stopConsumers();
        consumers = List.of();
        if (monitor != null) {
            monitor.interrupt();
            monitor = null;
        }
    }

    /** Stops all consumers at the same time. */
    private void stopConsumers() {
        consumers.forEach(GroupConsumer::stop);
        var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        try {
            for (var consumer : consumers) {
                if (!consumer.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()))) {
                    LOG.warn("The projections did not stop within {}", STOP_TIMEOUT);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the projections have applied everything that was on their topics when they started. */
    public boolean isCaughtUp() {
        return progress.isCaughtUp();
    }

    /** The number of records of a topic that are not applied yet, as of a minute ago at most. */
    public long lag(Topic topic) {
        return progress.lag(topic);
    }

    /**
     * Up once the projections have caught up and are members of their groups; out of service before, with the topics that are
     * behind or not assigned; down while batches fail.
     */
    public Health health() {
        var now = progress;
        var failing = now.failing();
        if (!failing.isEmpty()) {
            return Health.down().withDetail("failing", failing).build();
        }
        return now.isCaughtUp() && now.unassigned().isEmpty()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("behind", now.behind())
                        .withDetail("unassigned", now.unassigned())
                        .build();
    }

    @Override
    public void destroy() {
        stop();
        parallel.shutdown();
    }

    private GroupConsumer consumer(String group, List<Projection<?>> projections, ProjectionProgress started) {
        var appliers = projections.stream()
                .<TopicApplier>map(each -> applier(each, started))
                .toList();
        return new GroupConsumer(group, appliers, () -> factory.consumer(group), parallel, started);
    }

    private <V> TopicApplier applier(Projection<V> projection, ProjectionProgress started) {
        var topic = projection.topic();
        var counting = started.countingFailures(topic.name(), projection.handler());
        var handler = metrics == null ? counting : metrics.counting(meters, topic, counting);
        return new TopicApplier(topic, factory.processor(topic, projection.type(), handler), projection.onRebalance());
    }

    private void registerLag(Projection<?> projection) {
        var topic = projection.topic();
        if (metrics != null && metered.add(topic.name())) {
            metrics.registerLag(meters, topic, this, runner -> runner.lag(topic));
        }
    }

    private void startMonitor(ProjectionProgress started) {
        var worker = daemon(() -> monitor(started));
        worker.setName("projection-monitor");
        monitor = worker;
        worker.start();
    }

    private void monitor(ProjectionProgress started) {
        try (var admin = Admin.create(settings)) {
            while (!Thread.currentThread().isInterrupted()) {
                var isUnchanged = refresh(admin, started);
                var interval = isUnchanged ? UNCHANGED : CAUGHT_UP;
                Thread.sleep((started.isCaughtUp() ? interval : WHILE_FILLING).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether no topic has another lag than before. */
    private static boolean refresh(Admin admin, ProjectionProgress started) throws InterruptedException {
        try {
            return started.refresh(admin);
        } catch (ExecutionException e) {
            LOG.warn("The lag of the projections could not be measured: {}", String.valueOf(e.getCause()));
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "projection");
        thread.setDaemon(true);
        return thread;
    }
}
