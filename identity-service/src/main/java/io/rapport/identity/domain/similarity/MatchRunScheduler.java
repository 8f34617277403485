package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Optional;

/** Runs the matching of whole brands, one at a time. */
public interface MatchRunScheduler {

    /**
     * Schedules a run for a brand.
     *
     * @return the scheduled run, or the one that is waiting or running
     */
    MatchRun start(BrandKey brand);

    /** The last run of a brand since the service started. */
    Optional<MatchRun> findLast(BrandKey brand);

    /** The state of a run. */
    enum MatchRunState {
        WAITING,
        RUNNING,
        DONE,
        /** The service was stopped during the run. */
        CANCELLED,
        FAILED
    }

    /**
     * A run.
     *
     * @param done the number of records matched
     * @param total the number of records to match
     * @param at when it entered this state
     */
    record MatchRun(MatchRunState state, int done, int total, Instant at) {

        /** Whether the run is waiting or running. */
        public boolean isOpen() {
            return state == MatchRunState.WAITING || state == MatchRunState.RUNNING;
        }
    }
}
