package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Runs the matching of whole brands, one at a time. */
public interface MatchRunScheduler {

    /**
     * Schedules a run for a brand, behind the one that is open. Before it begins it waits until everything is applied that was
     * accepted before it was asked for.
     *
     * @return the scheduled run; of runs asked for while one is queued already, the queued one
     */
    MatchRun start(BrandKey brand);

    /** The last run of a brand since the service started. */
    Optional<MatchRun> findLast(BrandKey brand);

    /** A run of a brand; only the last ones are kept. */
    Optional<MatchRun> find(BrandKey brand, UUID id);

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
     * @param id of the run
     * @param done the number of records matched
     * @param total the number of records to match
     * @param at when it entered this state
     */
    record MatchRun(UUID id, MatchRunState state, int done, int total, Instant at) {

        /** Whether the run is waiting or running. */
        public boolean isOpen() {
            return state == MatchRunState.WAITING || state == MatchRunState.RUNNING;
        }
    }
}
