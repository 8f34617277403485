package io.rapport.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a request; none of them can be lost any more.
 *
 * @param accepted how many were accepted
 * @param duplicates how many were the same as one before them in this request
 * @param rejected the others
 */
record Accepted<R>(int accepted, int duplicates, List<R> rejected) {

    /**
     * A row of JSON that was rejected.
     *
     * @param index its place among the rows, from 0
     * @param code why, for machines
     * @param message why, and what to do
     */
    record Row(int index, RejectionCode code, String message) {}

    /**
     * A row of a file that was rejected.
     *
     * @param row the line it begins on, from 1
     * @param column the column it concerns; null when it concerns the whole row
     * @param code why, for machines
     * @param message why, and what to do
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(int row, @Nullable String column, RejectionCode code, String message) {}

    static Accepted<Row> ofRows(Receipt receipt) {
        return new Accepted<>(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejected().stream()
                        .map(row -> new Row(row.index(), row.code(), row.message()))
                        .toList());
    }

    static Accepted<Line> ofLines(Receipt receipt) {
        return new Accepted<>(receipt.accepted(), receipt.duplicates(), lines(receipt.rejected()));
    }

    static List<Line> lines(List<Receipt.Rejected> rejected) {
        return rejected.stream()
                .map(row -> new Line(row.index(), row.field(), row.code(), row.message()))
                .toList();
    }
}
