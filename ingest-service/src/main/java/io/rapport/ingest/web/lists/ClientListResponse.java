package io.rapport.ingest.web.lists;

import io.rapport.ingest.web.engagements.IntakeResponse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a client list; none of it can be lost any more. {@code rows = accepted + duplicates + rejectedRows}.
 *
 * @param id of the import
 * @param rows how many it has
 * @param accepted how many clients are on it: those added, changed and unchanged
 * @param duplicates rows that a later row of the same client replaces
 * @param removed clients taken off, because the whole list does not have them
 * @param rejectedRows how many rows were rejected; all of them are under {@code …/rejected}
 * @param rejected the first 1 000 of them
 * @param warnings the first 1 000 of what was left out or replaced
 * @param kept why nobody was taken off; left out unless the list was said to be whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientListResponse(
        UUID id,
        long rows,
        long accepted,
        long added,
        long changed,
        long unchanged,
        long duplicates,
        long removed,
        long rejectedRows,
        List<IntakeResponse.RejectedLine> rejected,
        List<RowWarning> warnings,
        @Nullable String kept) {

    /** Something in a row that was accepted. */
    record RowWarning(int row, String column, String message) {}

    static ClientListResponse of(IntakeRequest arrival, ClientListReceipt receipt) {
        var counts = receipt.counts();
        return new ClientListResponse(
                arrival.id(),
                counts.rows(),
                counts.added() + counts.changed() + counts.unchanged(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.duplicates(),
                counts.removed(),
                counts.rejected(),
                IntakeResponse.lines(receipt.rejected()),
                receipt.warnings().stream()
                        .map(warning -> new RowWarning(warning.index(), warning.column(), warning.message()))
                        .toList(),
                receipt.removalRefusal());
    }
}
