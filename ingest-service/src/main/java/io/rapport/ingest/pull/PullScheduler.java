package io.rapport.ingest.pull;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each connection that is pulled its turn when it is due. Connections do not wait for one another: one that fails or hangs
 * takes one thread, and comes back after a backoff. A stream takes its thread all the time.
 */
public final class PullScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PullScheduler.class);
    static final Duration TICK = Duration.ofSeconds(1);
    static final Duration FOLLOWER_WAIT = Duration.ofSeconds(10);
    private static final int MAX_THREADS = 256;

    private final ConnectionDirectory connections;
    private final SourceCatalogue sources;
    private final ConnectionProgressService progress;
    private final PullTurn turn;
    private final PullProperties settings;
    private final Clock clock;
    private final PullBackoff backoff;
    private final Map<ConnectionKey, Schedule> schedules = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PullScheduler::thread);
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0, MAX_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), PullScheduler::thread);

    /**
     * When a connection has its next turn.
     *
     * @param version the configuration that it is about: another one has its turn at once
     * @param failures failed turns in a row
     */
    private record Schedule(long version, Instant due, int failures, boolean running) {}

    /** Creates a scheduler that is not started. */
    public PullScheduler(
            ConnectionDirectory connections,
            SourceCatalogue sources,
            ConnectionProgressService progress,
            PullTurn turn,
            PullProperties settings,
            Clock clock) {
        this.connections = connections;
        this.sources = sources;
        this.progress = progress;
        this.turn = turn;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new PullBackoff(settings.firstBackoff(), settings.maxBackoff());
    }

    /** Starts to give turns. */
    public void start() {
        timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives a connection its turn as soon as possible. */
    public void wake(ConnectionKey key) {
        schedules.computeIfPresent(
                key, (known, schedule) -> new Schedule(schedule.version, Instant.MIN, 0, schedule.running));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        connections.all().forEach(this::release);
    }

    /** Gives a turn to each connection that is due. */
    void tick() {
        try {
            schedules.keySet().removeIf(key -> connections.find(key).isEmpty());
            connections.all().forEach(this::startIfDue);
        } catch (RuntimeException e) {
            LOG.warn("Connections could not be scheduled: {}", e.toString());
        }
    }

    private void startIfDue(ConnectionConfigured connection) {
        var source = pulled(connection);
        var schedule = schedules.get(connection.connectionKey());
        if (source.isEmpty() || connection.paused() || !isDue(connection, schedule) || isFull()) {
            return;
        }
        var failures = schedule == null || schedule.version != connection.version() ? 0 : schedule.failures;
        schedules.put(connection.connectionKey(), new Schedule(connection.version(), clock.instant(), failures, true));
        workers.execute(() -> run(connection, source.get(), failures));
    }

    /** Whether no connection has its turn. */
    boolean isIdle() {
        return schedules.values().stream().noneMatch(Schedule::running);
    }

    private boolean isFull() {
        return workers.getActiveCount() >= MAX_THREADS;
    }

    private boolean isDue(ConnectionConfigured connection, @Nullable Schedule schedule) {
        if (schedule == null) {
            return true;
        }
        return !schedule.running
                && (schedule.version != connection.version() || !schedule.due.isAfter(clock.instant()));
    }

    private void run(ConnectionConfigured connection, SourceDefinition source, int failures) {
        var wait = settings.interval();
        var failed = 0;
        try {
            var result = turn.run(connection, source);
            wait = !result.led() ? FOLLOWER_WAIT : result.pause() == null ? wait : result.pause();
        } catch (FetchFailedException e) {
            failed = failures + 1;
            wait = backoff.after(failed, e.minimumWait(), ThreadLocalRandom.current()::nextDouble);
            fail(connection, String.valueOf(e.getMessage()));
        } catch (SecretUnreadableException e) {
            failed = failures + 1;
            wait = settings.maxBackoff();
            fail(connection, String.valueOf(e.getMessage()));
        } catch (DeliveryFailedException e) {
            failed = failures + 1;
            wait = backoff.after(failed, null, ThreadLocalRandom.current()::nextDouble);
            fail(connection, "The engagements could not be published; the page is fetched again.");
        } catch (RuntimeException e) {
            failed = failures + 1;
            wait = backoff.after(failed, null, ThreadLocalRandom.current()::nextDouble);
            LOG.error("A turn of {} failed: {}", connection.source(), e.toString(), e);
            fail(connection, "The source failed unexpectedly; see the log of ingest.");
        } finally {
            finish(connection, wait, failed);
        }
    }

    private void finish(ConnectionConfigured connection, Duration wait, int failures) {
        var due = clock.instant().plus(wait);
        schedules.compute(
                connection.connectionKey(),
                (key, known) -> known != null && known.due.equals(Instant.MIN)
                        ? new Schedule(connection.version(), Instant.MIN, 0, false)
                        : new Schedule(connection.version(), due, failures, false));
    }

    private void fail(ConnectionConfigured connection, String sentence) {
        progress.record(
                connection.connectionKey(),
                ProgressDelta.failed(sentence, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private void release(ConnectionConfigured connection) {
        if (schedules.containsKey(connection.connectionKey())) {
            try {
                turn.release(connection);
            } catch (RuntimeException e) {
                LOG.debug("A lease could not be released: {}", e.toString());
            }
        }
    }

    private Optional<SourceDefinition> pulled(ConnectionConfigured connection) {
        return sources.find(connection.source()).filter(source -> source.fetcher() != null);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "pull");
        thread.setDaemon(true);
        return thread;
    }
}
