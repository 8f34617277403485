package io.rapport.report.work;

import io.rapport.report.domain.store.WorkLeaseRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A thread that looks for work again and again, and a lease by which one instance at a time does it. */
public final class LeasedTimer implements AutoCloseable {

    // The name of the instance is random: a process that was killed and one that replaces it are two.
    private final String instance = UUID.randomUUID().toString();
    private final String work;
    private final WorkLeaseRepository leases;
    private final Duration lease;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    /**
     * A timer that is not started.
     *
     * @param work name of the lease and of the thread
     * @param lease how long an instance that has stopped keeps the work
     */
    public LeasedTimer(String work, WorkLeaseRepository leases, Duration lease, Clock clock) {
        this.work = work;
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, work);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Runs a task now, and again each time after an interval. */
    public void start(Runnable task, Duration interval) {
        thread.scheduleWithFixedDelay(task, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a task once, as soon as the thread is free. */
    public void run(Runnable task) {
        thread.execute(task);
    }

    /** Acquires or renews the lease; returns false while another instance holds it. */
    public boolean hasLease() {
        var now = clock.instant();
        return leases.tryAcquire(work, instance, now, now.plus(lease));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        leases.release(work, instance);
    }
}
