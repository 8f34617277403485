package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.RowRejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one import, and collects the first rejections and warnings for the response. */
final class ClientListCounter {

    /** The maximum number of rejected rows, and of warnings, in the receipt. */
    static final int MAX_REPORTED = 1_000;

    private final List<RowRejection> rejections = new ArrayList<>();
    private final List<ClientListReceipt.Warning> warnings = new ArrayList<>();
    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long duplicates;
    private long removed;
    private long rejected;
    private long suppressed;

    void row() {
        rows++;
    }

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void duplicate() {
        duplicates++;
    }

    void removed(int clients) {
        removed += clients;
    }

    void rejected(InputRow row, InputRejectedException reason) {
        rejected++;
        suppressed += reason.code() == RejectionCode.SUPPRESSED ? 1 : 0;
        if (rejections.size() < MAX_REPORTED) {
            rejections.add(RowRejection.of(row, reason));
        }
    }

    void warning(int index, String column, String message) {
        if (warnings.size() < MAX_REPORTED) {
            warnings.add(new ClientListReceipt.Warning(index, column, message));
        }
    }

    ClientListReceipt.Counts counts() {
        return new ClientListReceipt.Counts(rows, added, changed, unchanged, duplicates, removed, rejected);
    }

    /**
     * Why a complete list does not remove clients: it is empty, or has rejected rows. Rows of erased persons do not count,
     * because erased persons are never on the published list.
     *
     * @return null when clients may be removed
     */
    @Nullable
    String removalRefusal() {
        if (rows == 0) {
            return "The list has no rows. No client was removed.";
        }
        return rejected == suppressed
                ? null
                : "Some rows were rejected, so the list may be incomplete. No client was removed.";
    }

    ClientListReceipt receipt(@Nullable String removalRefusal) {
        return new ClientListReceipt(counts(), List.copyOf(rejections), List.copyOf(warnings), removalRefusal);
    }
}
