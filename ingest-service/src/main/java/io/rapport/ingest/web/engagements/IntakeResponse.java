package io.rapport.ingest.web.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.IntakeReceipt;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.input.RowWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an intake request. The broker has acknowledged all rows.
 *
 * @param accepted the number of accepted rows
 * @param duplicates the number of rows equal to an earlier row of the same request
 * @param rejectedRows the number of rejected rows; absent when all are listed
 * @param rejected the rejected rows; of NDJSON the first 5000
 * @param warnings the details that were left out of accepted rows; the first 1000, absent when there are none
 */
public record IntakeResponse<R>(
        int accepted,
        int duplicates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer rejectedRows,
        List<R> rejected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowWarning> warnings) {

    /**
     * A rejected JSON row.
     *
     * @param index the position of the row, from 0
     * @param message what is wrong and how to correct it
     */
    record RejectedElement(int index, RejectionCode code, String message) {}

    /**
     * A rejected row of a file.
     *
     * @param row the first line of the row, from 1
     * @param column the rejected column; null when the whole row is rejected
     * @param message what is wrong and how to correct it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RejectedLine(int row, @Nullable String column, RejectionCode code, String message) {}

    /** Lists at most the given number of rejected rows. */
    static IntakeResponse<RejectedElement> ofRows(IntakeReceipt receipt, int maxListed) {
        return new IntakeResponse<>(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejectedRows() > maxListed ? receipt.rejectedRows() : null,
                receipt.rejected().stream()
                        .limit(maxListed)
                        .map(row -> new RejectedElement(row.index(), row.code(), row.message()))
                        .toList(),
                receipt.warnings());
    }

    public static List<RejectedLine> lines(List<RowRejection> rejected) {
        return rejected.stream()
                .map(row -> new RejectedLine(row.index(), row.field(), row.code(), row.message()))
                .toList();
    }
}
