package io.rapport.scoring.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.scoring.metrics.ScoringMetric;
import io.rapport.scoring.topology.idle.IdleAwareStreams;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the stream when its topics exist, and reports its health. A failed stream thread is replaced; a stream in the state ERROR
 * is restarted and processes again what was not committed.
 */
final class TopologyRunner implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TopologyRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RESTART_DELAY = Duration.ofSeconds(5);

    private final CompletableFuture<?> ready;
    private final Supplier<KafkaStreams> stream;
    private final StreamMetrics metrics;
    private final Counter restarts;
    private volatile @Nullable KafkaStreams running;
    private volatile @Nullable Throwable failure;
    private volatile boolean started;

    /**
     * Creates the runner; it starts nothing.
     *
     * @param ready completes when the topics exist and the erasures were read
     * @param stream creates a stream
     * @param meters the registry for the metrics of the stream
     */
    TopologyRunner(CompletableFuture<?> ready, Supplier<KafkaStreams> stream, MeterRegistry meters) {
        this.ready = ready;
        this.stream = stream;
        this.metrics = new StreamMetrics(meters);
        this.restarts = meters.counter(ScoringMetric.RESTARTS.metricName());
    }

    @Override
    public void start() {
        started = true;
        ready.thenRun(this::run).exceptionally(this::recordFailure);
    }

    @Override
    public synchronized void stop() {
        started = false;
        var current = running;
        if (current != null) {
            close(current);
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public Health health() {
        var cause = failure;
        if (cause != null) {
            return Health.down(cause).build();
        }
        var current = running;
        if (current == null) {
            return Health.outOfService()
                    .withDetail("stream", "waiting for its topics")
                    .build();
        }
        var state = current.state();
        var health = state == KafkaStreams.State.RUNNING
                ? Health.up()
                : state.isRunningOrRebalancing() ? Health.outOfService() : Health.down();
        return health.withDetail("stream", state).build();
    }

    /** The running stream; null before it starts and after it stops. */
    @Nullable
    KafkaStreams stream() {
        return running;
    }

    /** Whether the stream is running and has nothing to do. */
    boolean isIdle() {
        return running instanceof IdleAwareStreams current && current.isIdle();
    }

    /**
     * The partitions that the stream processes on this instance; null unless it is running.
     */
    @Nullable
    Set<TopicPartition> runningPartitions() {
        var current = running;
        if (current == null || current.state() != KafkaStreams.State.RUNNING) {
            return null;
        }
        return current.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /** Stops the stream if it is running and starts a new one; what was not committed is processed again. */
    synchronized void restart() {
        var current = running;
        if (current != null) {
            restart(current);
        }
    }

    private synchronized void run() {
        if (!started || running != null) {
            return;
        }
        KafkaStreams starting;
        try {
            starting = stream.get();
        } catch (StreamsException cause) {
            // The state directory is locked while a stream that did not stop in time still uses it.
            recordFailure(cause);
            CompletableFuture.delayedExecutor(RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::run);
            return;
        }
        starting.setUncaughtExceptionHandler(cause -> {
            LOG.error("A stream thread failed and is replaced", cause);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        // The global stream thread cannot be replaced: when it fails, the stream ends in the state ERROR.
        starting.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                metrics.bind(starting);
            }
            if (now == KafkaStreams.State.ERROR) {
                scheduleRestart(starting);
            }
        });
        running = starting;
        try {
            starting.start();
            failure = null;
        } catch (StreamsException cause) {
            recordFailure(cause);
            scheduleRestart(starting);
        }
    }

    private void scheduleRestart(KafkaStreams ended) {
        CompletableFuture.delayedExecutor(RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> restart(ended));
    }

    private synchronized void restart(KafkaStreams ended) {
        if (started && running == ended) {
            LOG.warn("The stream is restarted");
            restarts.increment();
            close(ended);
            run();
        }
    }

    private void close(KafkaStreams stopping) {
        running = null;
        metrics.close();
        // Leave the group, so that other instances or the next start need not wait for the session timeout.
        if (!stopping.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT))) {
            LOG.warn("The stream did not stop within {}", CLOSE_TIMEOUT);
        }
    }

    private @Nullable Void recordFailure(Throwable cause) {
        LOG.error("The stream could not be started", cause);
        failure = cause;
        return null;
    }
}
