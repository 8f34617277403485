package io.rapport.report.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.messaging.ListenerContainerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Follows the topics, once they and the store are there, from where this store's generation left off. Its one thread
 * waits for both, and then looks after the progress.
 */
public final class ReportProjectionRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportProjectionRunner.class);
    private static final Duration WHILE_FILLING = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new CopyOnWriteArrayList<>();
    private final ProjectionClients kafka;
    private final ProjectionTarget target;
    private final ProjectionProgress progress;
    private final MeterRegistry meters;
    private final Thread worker = new Thread(this::run, "projections");

    /**
     * What it reads with.
     *
     * @param ready completes when the topics are there and it is known who was erased
     */
    public record ProjectionClients(CompletableFuture<?> ready, ListenerContainerFactory listeners, Admin admin) {}

    /**
     * What it fills.
     *
     * @param generation prepares the store and tells its generation; throws while the store is away
     */
    public record ProjectionTarget(ReportProjections projections, Supplier<String> generation) {}

    /** Begins in the background. */
    public ReportProjectionRunner(ProjectionClients kafka, ProjectionTarget target, ProjectionProgress progress, MeterRegistry meters) {
        this.kafka = kafka;
        this.target = target;
        this.progress = progress;
        this.meters = meters;
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void destroy() {
        worker.interrupt();
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        kafka.admin().close(Duration.ZERO);
    }

    private void run() {
        try {
            kafka.ready().get();
            follow(begin());
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep((progress.isCaughtUp() ? LATER : WHILE_FILLING).toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The topics cannot be followed", e);
        }
    }

    /** Waits for the store and the broker, and answers the store's generation. */
    private String begin() throws InterruptedException {
        while (true) {
            try {
                var generation = target.generation().get();
                progress.begin(kafka.admin(), target.projections().all(), generation);
                return generation;
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("The store or the broker does not answer yet, trying again: {}", e.toString());
                Thread.sleep(LATER.toMillis());
            }
        }
    }

    private void follow(String generation) {
        for (var projection : target.projections().all()) {
            var container = container(projection, generation);
            containers.add(container);
            container.start();
        }
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(TopicProjection<?> projection, String generation) {
        var topic = projection.topic().name();
        var applied = meters.counter(ReportMetric.APPLIED.metricName(), ReportMetric.TOPIC, topic);
        var container = projection.container(kafka.listeners(), generation, applied::increment);
        // What a transaction leaves behind its last record would look like lag for ever.
        container.getContainerProperties().setFixTxOffsets(true);
        container.getContainerProperties().setIdleEventInterval(IDLE.toMillis());
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle && hasReadAll(idle)) {
                progress.idle(topic);
            }
        });
        return container;
    }

    /** That nothing came for a while is not enough: a broker or a machine that is slow sends nothing either. */
    static boolean hasReadAll(ListenerContainerIdleEvent idle) {
        var partitions = idle.getTopicPartitions();
        return partitions != null
                && !partitions.isEmpty()
                && partitions.stream()
                        .allMatch(each -> idle.getConsumer().currentLag(each).orElse(1) == 0);
    }

    private void look() throws InterruptedException {
        try {
            progress.refresh(kafka.admin());
        } catch (ExecutionException e) {
            LOG.warn("How far the projections are cannot be told just now: {}", String.valueOf(e.getCause()));
        }
    }
}
