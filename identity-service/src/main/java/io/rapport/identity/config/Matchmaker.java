package io.rapport.identity.config;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.MatchRuns;
import io.rapport.identity.domain.Rematch;
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
public final class Matchmaker implements MatchRuns, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Matchmaker.class);

    private final Rematch rematch;
    private final Clock clock;
    private final Map<BrandKey, Run> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "identity-matching");
        thread.setDaemon(true);
        return thread;
    });

    Matchmaker(Rematch rematch, Clock clock) {
        this.rematch = rematch;
        this.clock = clock;
    }

    @Override
    public Run start(BrandKey brand) {
        return start(brand, true);
    }

    @Override
    public Optional<Run> last(BrandKey brand) {
        return Optional.ofNullable(runs.get(brand));
    }

    /** Learns what the brands are like and finds the suggestions again, without deciding anything. */
    void begin() {
        rematch.due().forEach(brand -> start(brand, false));
    }

    /** Matches the brands that have grown. */
    void look() {
        rematch.due().forEach(this::start);
    }

    /** The run at hand stops at its next step; what it has merged by then is whole. */
    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The brand at hand is still being matched");
        }
    }

    private Run start(BrandKey brand, boolean merging) {
        return runs.compute(brand, (key, before) -> {
            if (before != null && before.isOpen()) {
                return before;
            }
            worker.execute(() -> run(brand, merging));
            return new Run(State.WAITING, 0, 0, now());
        });
    }

    private void run(BrandKey brand, boolean merging) {
        try {
            var finished = rematch.run(brand, merging, now(), (done, total) -> {
                runs.put(brand, new Run(State.RUNNING, done, total, now()));
                return !Thread.currentThread().isInterrupted();
            });
            end(brand, finished ? State.DONE : State.CANCELLED);
        } catch (RuntimeException e) {
            LOG.warn("Matching {} did not come to its end: {}", brand.key(), e.toString());
            end(brand, Thread.currentThread().isInterrupted() ? State.CANCELLED : State.FAILED);
        }
    }

    private void end(BrandKey brand, State state) {
        runs.computeIfPresent(brand, (key, run) -> new Run(state, run.done(), run.total(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
