package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Optional;

/** Whole brands being matched, one after the other. */
public interface MatchRunScheduler {

    /**
     * Has a brand matched, soon.
     *
     * @return the run that is to come, or the one that has not ended yet
     */
    MatchRun start(BrandKey brand);

    /** The brand's last run since the service started. */
    Optional<MatchRun> findLast(BrandKey brand);

    /** Where a run stands. */
    enum MatchRunState {
        WAITING,
        RUNNING,
        DONE,
        /** The service was stopped. */
        CANCELLED,
        FAILED
    }

    /**
     * A run.
     *
     * @param done records matched so far
     * @param total records to be matched
     * @param at when it came to this state
     */
    record MatchRun(MatchRunState state, int done, int total, Instant at) {

        /** Whether there is more to come of it. */
        public boolean isOpen() {
            return state == MatchRunState.WAITING || state == MatchRunState.RUNNING;
        }
    }
}
