package io.rapport.messaging.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Applies topics to a service's store, each by a consumer group of its own choice: one listener container per
 * {@link Projection}, at-least-once, in batches. Tracks the lag of each topic and whether the projections have caught up
 * with what was on the topics when they started.
 */
public final class ProjectionRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration WHILE_FILLING = Duration.ofMillis(500);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(15);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final ListenerContainerFactory listeners;
    private final Map<String, Object> settings;
    private final MeterRegistry meters;
    private final @Nullable ProjectionMetrics metrics;
    private final Set<String> metered = ConcurrentHashMap.newKeySet();
    private List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = List.of();
    private volatile ProjectionProgress progress = new ProjectionProgress(List.of());
    private @Nullable Thread monitor;

    /**
     * A runner that runs nothing yet.
     *
     * @param settings of the Kafka clients
     * @param metrics null for no metrics
     */
    public ProjectionRunner(
            ListenerContainerFactory listeners,
            Map<String, Object> settings,
            MeterRegistry meters,
            @Nullable ProjectionMetrics metrics) {
        this.listeners = listeners;
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
        containers = projections.stream()
                .<ConcurrentMessageListenerContainer<byte[], byte[]>>map(each -> container(each, started))
                .toList();
        containers.forEach(ConcurrentMessageListenerContainer::start);
        startMonitor(started);
    }

    /** Stops after the batches that are being applied. */
    public synchronized void stop() {
        stopContainers();
        containers = List.of();
        if (monitor != null) {
            monitor.interrupt();
            monitor = null;
        }
    }

    /** Stops all containers at the same time. */
    private void stopContainers() {
        var stopped = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(stopped::countDown));
        try {
            if (!stopped.await(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The projections did not stop within {}", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the projections have applied everything that was on their topics when they started. */
    public boolean isCaughtUp() {
        return progress.isCaughtUp();
    }

    /** The number of records of a topic that are not applied yet, as of a quarter of a minute ago at most. */
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
    }

    private <V> ConcurrentMessageListenerContainer<byte[], byte[]> container(
            Projection<V> projection, ProjectionProgress started) {
        var topic = projection.topic();
        var counting = started.countingFailures(topic.name(), projection.handler());
        var handler = metrics == null ? counting : metrics.counting(meters, topic, counting);
        var container = listeners.container(projection.group(), topic, projection.type(), handler);
        var properties = container.getContainerProperties();
        // Commits past the markers of transactions, which would otherwise count as lag.
        properties.setFixTxOffsets(true);
        properties.setIdleEventInterval(IDLE.toMillis());
        properties.setConsumerRebalanceListener(rebalanceListener(projection, started));
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle
                    && hasReadAll(idle.getConsumer(), idle.getTopicPartitions())) {
                started.completed(topic.name());
            }
        });
        return container;
    }

    /** An idle consumer has read everything only if it has partitions and none of them has lag: the broker may be slow. */
    static boolean hasReadAll(Consumer<?, ?> consumer, @Nullable Collection<TopicPartition> partitions) {
        return partitions != null
                && !partitions.isEmpty()
                && partitions.stream()
                        .allMatch(each -> consumer.currentLag(each).orElse(1) == 0);
    }

    private void registerLag(Projection<?> projection) {
        var topic = projection.topic();
        if (metrics != null && metered.add(topic.name())) {
            metrics.registerLag(meters, topic, this, runner -> runner.lag(topic));
        }
    }

    private void startMonitor(ProjectionProgress started) {
        var worker = new Thread(() -> monitor(started), "projection-monitor");
        worker.setDaemon(true);
        monitor = worker;
        worker.start();
    }

    private void monitor(ProjectionProgress started) {
        try (var admin = Admin.create(settings)) {
            while (!Thread.currentThread().isInterrupted()) {
                refresh(admin, started);
                Thread.sleep((started.isCaughtUp() ? CAUGHT_UP : WHILE_FILLING).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refresh(Admin admin, ProjectionProgress started) throws InterruptedException {
        try {
            started.refresh(admin);
        } catch (ExecutionException e) {
            LOG.warn("The lag of the projections could not be measured: {}", String.valueOf(e.getCause()));
        }
    }

    private static ConsumerRebalanceListener rebalanceListener(Projection<?> projection, ProjectionProgress started) {
        var topic = projection.topic().name();
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                projection.onRebalance().run();
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                started.lost(topic);
                projection.onRebalance().run();
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                started.assigned(topic);
                projection.onRebalance().run();
            }
        };
    }
}
