package io.rapport.ingest.web.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.IntakeReceipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a request; none of them can be lost any more.
 *
 * @param accepted how many were accepted
 * @param duplicates how many were the same as one before them in this request
 * @param rejected the others
 */
public record IntakeResponse<R>(int accepted, int duplicates, List<R> rejected) {

    /**
     * A row of JSON that was rejected.
     *
     * @param index its place among the rows, from 0
     * @param code why, for machines
     * @param message why, and what to do
     */
    record RejectedElement(int index, RejectionCode code, String message) {}

    /**
     * A row of a file that was rejected.
     *
     * @param row the line it begins on, from 1
     * @param column the column it concerns; null when it concerns the whole row
     * @param code why, for machines
     * @param message why, and what to do
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RejectedLine(int row, @Nullable String column, RejectionCode code, String message) {}

    static IntakeResponse<RejectedElement> ofRows(IntakeReceipt receipt) {
        return new IntakeResponse<>(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejected().stream()
                        .map(row -> new RejectedElement(row.index(), row.code(), row.message()))
                        .toList());
    }

    static IntakeResponse<RejectedLine> ofLines(IntakeReceipt receipt) {
        return new IntakeResponse<>(receipt.accepted(), receipt.duplicates(), lines(receipt.rejected()));
    }

    public static List<RejectedLine> lines(List<IntakeReceipt.RowRejection> rejected) {
        return rejected.stream()
                .map(row -> new RejectedLine(row.index(), row.field(), row.code(), row.message()))
                .toList();
    }
}
