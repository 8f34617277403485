package io.rapport.identity.config;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.similarity.BrandRematch;
import io.rapport.identity.domain.similarity.BrandRematch.RematchProgress;
import io.rapport.identity.domain.similarity.IntakeBarrier;
import io.rapport.identity.domain.similarity.MatchRunScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Matches whole brands on a thread of its own, one brand at a time. */
public final class MatchRunExecutor implements MatchRunScheduler, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MatchRunExecutor.class);

    /** The number of runs kept of each brand. */
    private static final int KEPT = 20;

    private static final Duration POLL = Duration.ofMillis(200);

    private final BrandRematch rematch;
    private final IntakeBarrier barrier;
    private final Clock clock;
    /** The runs of each brand, oldest first. Guarded by this. */
    private final Map<BrandKey, Deque<MatchRun>> runs = new HashMap<>();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "identity-matching");
        thread.setDaemon(true);
        return thread;
    });

    MatchRunExecutor(BrandRematch rematch, IntakeBarrier barrier, Clock clock) {
        this.rematch = rematch;
        this.barrier = barrier;
        this.clock = clock;
    }

    @Override
    public synchronized MatchRun start(BrandKey brand) {
        var open = runsOf(brand).stream().filter(MatchRun::isOpen).toList();
        // Of two open runs the second has not begun.
        return open.size() > 1 ? open.get(1) : schedule(brand, id -> runWhole(brand, id));
    }

    @Override
    public synchronized Optional<MatchRun> findLast(BrandKey brand) {
        return Optional.ofNullable(runsOf(brand).peekLast());
    }

    @Override
    public synchronized Optional<MatchRun> find(BrandKey brand, UUID id) {
        return runsOf(brand).stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Schedules runs that learn the models of all brands and renew the suggestions, without automatic merges. */
    void startLearningRuns() {
        rematch.findDue().forEach(brand -> startUnlessOpen(brand, false));
    }

    /** Schedules runs for the brands that have grown. */
    void startDueRuns() {
        rematch.findDue().forEach(brand -> startUnlessOpen(brand, true));
    }

    /** Cancels the current run at its next step; what it has merged by then is complete. */
    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The brand at hand is still being matched");
        }
    }

    private synchronized void startUnlessOpen(BrandKey brand, boolean merging) {
        if (runsOf(brand).stream().noneMatch(MatchRun::isOpen)) {
            schedule(brand, id -> runDue(brand, id, merging));
        }
    }

    private MatchRun schedule(BrandKey brand, Consumer<UUID> work) {
        var run = new MatchRun(UUID.randomUUID(), MatchRunState.WAITING, 0, 0, now());
        var known = runsOf(brand);
        known.addLast(run);
        if (known.size() > KEPT) {
            known.removeFirst();
        }
        worker.execute(() -> work.accept(run.id()));
        return run;
    }

    private void runWhole(BrandKey brand, UUID id) {
        run(brand, id, progress -> {
            awaitIntake();
            return rematch.run(brand, true, now(), progress);
        });
    }

    private void runDue(BrandKey brand, UUID id, boolean merging) {
        run(brand, id, progress -> rematch.runDue(brand, merging, now(), progress));
    }

    /** A run; returns whether it completed. */
    @FunctionalInterface
    private interface MatchWork {
        boolean execute(RematchProgress progress) throws InterruptedException;
    }

    private void run(BrandKey brand, UUID id, MatchWork work) {
        try {
            var finished = work.execute((done, total) -> {
                replace(brand, new MatchRun(id, MatchRunState.RUNNING, done, total, now()));
                return !Thread.currentThread().isInterrupted();
            });
            end(brand, id, finished ? MatchRunState.DONE : MatchRunState.CANCELLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(brand, id, MatchRunState.CANCELLED);
        } catch (RuntimeException e) {
            LOG.warn("Matching {} did not come to its end: {}", brand.key(), e.toString());
            end(brand, id, Thread.currentThread().isInterrupted() ? MatchRunState.CANCELLED : MatchRunState.FAILED);
        }
    }

    private void awaitIntake() throws InterruptedException {
        var accepted = barrier.mark();
        while (!accepted.areApplied()) {
            Thread.sleep(POLL.toMillis());
        }
    }

    private void end(BrandKey brand, UUID id, MatchRunState state) {
        find(brand, id).ifPresent(run -> replace(brand, new MatchRun(id, state, run.done(), run.total(), now())));
    }

    private synchronized void replace(BrandKey brand, MatchRun next) {
        var updated = new ArrayDeque<MatchRun>();
        runsOf(brand).forEach(run -> updated.add(run.id().equals(next.id()) ? next : run));
        runs.put(brand, updated);
    }

    private Deque<MatchRun> runsOf(BrandKey brand) {
        return runs.computeIfAbsent(brand, key -> new ArrayDeque<>());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
