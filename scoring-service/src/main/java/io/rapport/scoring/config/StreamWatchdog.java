package io.rapport.scoring.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.scoring.metrics.ScoringMetric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Restarts a stream that runs, has lag and has not committed for a minute, for example after the broker lost the consumer
 * group. It is not ready meanwhile. While the broker does not answer nothing is concluded and nothing restarted.
 */
final class StreamWatchdog implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatchdog.class);

    private final TopologyRunner runner;
    private final Supplier<GroupOffsets> connect;
    private final Limits limits;
    private final Clock clock;
    private final CommitStall stall = new CommitStall();
    private volatile Duration stalled = Duration.ZERO;
    private @Nullable Instant runningSince;
    private @Nullable GroupOffsets offsets;
    private @Nullable ScheduledExecutorService worker;

    /**
     * When a stream counts as stalled.
     *
     * @param interval between two checks
     * @param limit time with lag and without a commit
     */
    record Limits(Duration interval, Duration limit) {

        static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * Creates the watchdog; it starts nothing.
     *
     * @param connect creates a reader of the stream's offsets
     */
    StreamWatchdog(
            TopologyRunner runner, Supplier<GroupOffsets> connect, Limits limits, Clock clock, MeterRegistry meters) {
        this.runner = runner;
        this.connect = connect;
        this.limits = limits;
        this.clock = clock;
        Gauge.builder(ScoringMetric.STALLED.metricName(), () -> stalled.toMillis() / 1000.0)
                .register(meters);
    }

    @Override
    public synchronized void start() {
        worker = Executors.newSingleThreadScheduledExecutor(StreamWatchdog::thread);
        var millis = limits.interval.toMillis();
        worker.scheduleWithFixedDelay(this::check, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
        disconnect();
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    @Override
    public Health health() {
        var time = stalled;
        return time.compareTo(limits.limit) < 0
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("stream", "has lag and has not committed for " + time.toSeconds() + " s")
                        .build();
    }

    private void check() {
        try {
            var partitions = runner.runningPartitions();
            if (partitions == null) {
                runningSince = null;
                return;
            }
            var now = clock.instant();
            if (runningSince == null) {
                runningSince = now;
            }
            stalled = stall.observe(connected().read(partitions), now);
            if (isRestartDue(stalled, Duration.between(runningSince, now), limits.limit)) {
                LOG.warn("The stream has lag and has not committed for {} s, it is restarted", stalled.toSeconds());
                runningSince = null;
                runner.restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("The offsets of the stream could not be read: {}", e.toString());
        }
    }

    /** Whether a stalled stream is to be restarted: it has had as much time since its last start. */
    static boolean isRestartDue(Duration stalled, Duration running, Duration limit) {
        return stalled.compareTo(limit) >= 0 && running.compareTo(limit) >= 0;
    }

    private synchronized GroupOffsets connected() {
        if (offsets == null) {
            offsets = connect.get();
        }
        return offsets;
    }

    private void disconnect() {
        if (offsets != null) {
            offsets.close();
            offsets = null;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stream-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}
