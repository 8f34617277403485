package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an import of a file of engagements.
 *
 * @param source the source of rows without one; null when each row names its source
 * @param at the time of the last progress update
 * @param counts the counts at that time
 */
public record EngagementFileImport(
        BrandKey brand, UUID id, @Nullable String source, Instant startedAt, Instant at, State state, Counts counts) {

    /** The state of an import. */
    public enum State {
        RUNNING,
        DONE,
        BROKEN_OFF
    }

    /**
     * The rows of an import so far.
     *
     * @param rows the rows that were read
     * @param accepted the engagements that were published
     * @param duplicates the engagements equal to an earlier one of the file
     * @param rejected the engagements that were rejected
     */
    public record Counts(long rows, long accepted, long duplicates, long rejected) {

        /** Nothing was read yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** Creates a running import. */
    public static EngagementFileImport started(BrandKey brand, UUID id, @Nullable String source, Instant at) {
        return new EngagementFileImport(brand, id, source, at, at, State.RUNNING, Counts.NONE);
    }

    /** Returns a copy with updated progress. */
    public EngagementFileImport withProgress(State newState, Counts newCounts, Instant now) {
        return new EngagementFileImport(brand, id, source, startedAt, now, newState, newCounts);
    }
}
