package io.rapport.scoring.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * Runs the stream once its topics are there, and says how it is. A thread that fails is replaced, and a stream that gave
 * up altogether is begun anew: what it had not committed is done again.
 */
final class TopologyRunner implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TopologyRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RESTART_DELAY = Duration.ofSeconds(5);

    private final CompletableFuture<?> ready;
    private final Supplier<KafkaStreams> stream;
    private final MeterRegistry meters;
    private @Nullable KafkaStreams running;
    private @Nullable KafkaStreamsMetrics metrics;
    private volatile @Nullable Throwable failure;
    private volatile boolean started;

    /**
     * Runs a stream.
     *
     * @param ready completes when its topics are there and it is known who was erased
     */
    TopologyRunner(CompletableFuture<?> ready, Supplier<KafkaStreams> stream, MeterRegistry meters) {
        this.ready = ready;
        this.stream = stream;
        this.meters = meters;
    }

    @Override
    public void start() {
        started = true;
        ready.thenRun(this::run).exceptionally(this::recordFailure);
    }

    @Override
    public synchronized void stop() {
        started = false;
        if (running != null) {
            close(running);
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public synchronized Health health() {
        var why = failure;
        if (why != null) {
            return Health.down(why).build();
        }
        if (running == null) {
            return Health.outOfService()
                    .withDetail("stream", "waiting for its topics")
                    .build();
        }
        var state = running.state();
        var health = state == KafkaStreams.State.RUNNING
                ? Health.up()
                : state.isRunningOrRebalancing() ? Health.outOfService() : Health.down();
        return health.withDetail("stream", state).build();
    }

    private synchronized void run() {
        if (!started) {
            return;
        }
        var starting = stream.get();
        starting.setUncaughtExceptionHandler(why -> {
            LOG.error("A thread of the stream failed and is replaced", why);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        // The thread that follows the global tables cannot be replaced: with it the whole stream ends.
        starting.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR) {
                scheduleRestart(starting);
            }
        });
        running = starting;
        metrics = new KafkaStreamsMetrics(starting);
        metrics.bindTo(meters);
        try {
            starting.start();
            failure = null;
        } catch (StreamsException why) {
            recordFailure(why);
            scheduleRestart(starting);
        }
    }

    private void scheduleRestart(KafkaStreams ended) {
        CompletableFuture.delayedExecutor(RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> restart(ended));
    }

    private synchronized void restart(KafkaStreams ended) {
        if (started && running == ended) {
            LOG.warn("The stream gave up and is begun anew");
            close(ended);
            run();
        }
    }

    private void close(KafkaStreams stopping) {
        running = null;
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        // Leaving the group lets others, or the next start, go on without waiting for this one's session to end.
        if (!stopping.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT))) {
            LOG.warn("The stream did not stop within {}", CLOSE_TIMEOUT);
        }
    }

    private @Nullable Void recordFailure(Throwable why) {
        LOG.error("The stream could not be started", why);
        failure = why;
        return null;
    }
}
