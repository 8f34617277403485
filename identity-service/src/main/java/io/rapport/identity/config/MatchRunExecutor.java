package io.rapport.identity.config;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.similarity.BrandRematch;
import io.rapport.identity.domain.similarity.MatchRunScheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Matches whole brands on a thread of its own, one brand at a time. */
public final class MatchRunExecutor implements MatchRunScheduler, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MatchRunExecutor.class);

    private final BrandRematch rematch;
    private final Clock clock;
    private final Map<BrandKey, MatchRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "identity-matching");
        thread.setDaemon(true);
        return thread;
    });

    MatchRunExecutor(BrandRematch rematch, Clock clock) {
        this.rematch = rematch;
        this.clock = clock;
    }

    @Override
    public MatchRun start(BrandKey brand) {
        return start(brand, true);
    }

    @Override
    public Optional<MatchRun> findLast(BrandKey brand) {
        return Optional.ofNullable(runs.get(brand));
    }

    /** Schedules runs that learn the models of all brands and renew the suggestions, without automatic merges. */
    void startLearningRuns() {
        rematch.findDue().forEach(brand -> start(brand, false));
    }

    /** Schedules runs for the brands that have grown. */
    void startDueRuns() {
        rematch.findDue().forEach(this::start);
    }

    /** Cancels the current run at its next step; what it has merged by then is complete. */
    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The brand at hand is still being matched");
        }
    }

    private MatchRun start(BrandKey brand, boolean merging) {
        return runs.compute(brand, (key, before) -> {
            if (before != null && before.isOpen()) {
                return before;
            }
            worker.execute(() -> run(brand, merging));
            return new MatchRun(MatchRunState.WAITING, 0, 0, now());
        });
    }

    private void run(BrandKey brand, boolean merging) {
        try {
            var finished = rematch.run(brand, merging, now(), (done, total) -> {
                runs.put(brand, new MatchRun(MatchRunState.RUNNING, done, total, now()));
                return !Thread.currentThread().isInterrupted();
            });
            end(brand, finished ? MatchRunState.DONE : MatchRunState.CANCELLED);
        } catch (RuntimeException e) {
            LOG.warn("Matching {} did not come to its end: {}", brand.key(), e.toString());
            end(brand, Thread.currentThread().isInterrupted() ? MatchRunState.CANCELLED : MatchRunState.FAILED);
        }
    }

    private void end(BrandKey brand, MatchRunState state) {
        runs.computeIfPresent(brand, (key, run) -> new MatchRun(state, run.done(), run.total(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
