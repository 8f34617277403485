package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.input.RowRejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a client list import. The broker has acknowledged every row that it counts.
 *
 * @param rejected the first rejected rows
 * @param warnings the first warnings about ignored cells and superseded rows
 * @param removalRefusal why a complete list removed no clients; null when it did, or was not complete
 */
public record ClientListReceipt(
        Counts counts,
        List<RowRejection> rejected,
        List<Warning> warnings,
        @Nullable String removalRefusal) {

    /**
     * Counts of rows and clients.
     *
     * @param rows rows read
     * @param added clients that were not on the published list
     * @param changed clients whose published state changed
     * @param unchanged clients whose published state is the same
     * @param duplicates rows that a later row of the same client replaces
     * @param removed clients removed from the list
     * @param rejected rejected rows
     */
    public record Counts(
            long rows, long added, long changed, long unchanged, long duplicates, long removed, long rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * A warning about an accepted row.
     *
     * @param index the line of the row
     * @param message what was ignored or replaced
     */
    public record Warning(int index, String column, String message) {}
}
