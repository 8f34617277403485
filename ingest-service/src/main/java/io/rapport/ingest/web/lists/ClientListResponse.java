package io.rapport.ingest.web.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.source.table.TableNote;
import io.rapport.ingest.web.engagements.IntakeResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a client list import. The broker has acknowledged all rows.
 * {@code rows = accepted + duplicates + rejectedRows}.
 *
 * @param id the id of the import
 * @param rejected the first 1 000 rejected rows; all of them are listed under {@code …/rejected}
 * @param warnings the first 1 000 warnings about ignored or replaced values
 * @param kept why a complete list removed no clients; omitted otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientListResponse(
        UUID id,
        @JsonUnwrapped Totals totals,
        List<IntakeResponse.RejectedLine> rejected,
        List<RowWarning> warnings,
        @Nullable String kept) {

    /**
     * The totals of an import.
     *
     * @param rows the number of rows of the file
     * @param accepted the number of clients on the list: added, changed and unchanged
     * @param duplicates the number of rows that a later row of the same client replaces
     * @param removed the number of clients that were removed because a complete list does not contain them
     * @param rejectedRows the number of rejected rows
     */
    record Totals(
            long rows,
            long accepted,
            long added,
            long changed,
            long unchanged,
            long duplicates,
            long removed,
            long rejectedRows) {

        static Totals of(ClientListReceipt.Counts counts) {
            return new Totals(
                    counts.rows(),
                    counts.added() + counts.changed() + counts.unchanged(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    counts.duplicates(),
                    counts.removed(),
                    counts.rejected());
        }
    }

    /**
     * A warning about an accepted row, or about a line of the file that is no row.
     *
     * @param column null when it concerns the whole line
     */
    record RowWarning(int row, @Nullable String column, String message) {}

    /** Returns a copy whose warnings begin with remarks on the file. */
    ClientListResponse withNotes(List<TableNote> notes) {
        var all = Stream.concat(
                notes.stream().map(note -> new RowWarning(note.line(), null, note.message())), warnings.stream());
        return new ClientListResponse(id, totals, rejected, all.toList(), kept);
    }

    static ClientListResponse of(IntakeRequest request, ClientListReceipt receipt) {
        return new ClientListResponse(
                request.id(),
                Totals.of(receipt.counts()),
                IntakeResponse.lines(receipt.rejected()),
                receipt.warnings().stream()
                        .map(warning -> new RowWarning(warning.index(), warning.column(), warning.message()))
                        .toList(),
                receipt.removalRefusal());
    }
}
