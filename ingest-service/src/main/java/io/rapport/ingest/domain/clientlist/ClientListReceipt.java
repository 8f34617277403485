package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.input.IntakeReceipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list. Whatever it counts cannot be lost any more.
 *
 * @param counts how many
 * @param rejected the first of the rows that were not accepted
 * @param warnings the first of what was left out or superseded
 * @param removalRefusal why nobody was taken off the list, though it was said to be whole; null when that is not so
 */
public record ClientListReceipt(
        Counts counts,
        List<IntakeReceipt.RowRejection> rejected,
        List<Warning> warnings,
        @Nullable String removalRefusal) {

    /**
     * How many rows, so far.
     *
     * @param rows read
     * @param added clients who were not on the list
     * @param changed clients of whom it says something else now
     * @param unchanged clients of whom it says the same
     * @param duplicates rows with the id of a row before them, which they replace
     * @param removed clients taken off the list
     * @param rejected rows that were not accepted
     */
    public record Counts(
            long rows, long added, long changed, long unchanged, long duplicates, long removed, long rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Something in a row that was accepted.
     *
     * @param index the row's line
     * @param column where
     * @param message what was done about it
     */
    public record Warning(int index, String column, String message) {}
}
