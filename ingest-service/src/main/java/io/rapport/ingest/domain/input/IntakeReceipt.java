package io.rapport.ingest.domain.input;

import io.rapport.contracts.engagement.RejectionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a request. Whatever it counts cannot be lost any more.
 *
 * @param accepted how many were passed on
 * @param duplicates how many were the same as one before them in this request
 * @param rejected the others, in order
 */
public record IntakeReceipt(int accepted, int duplicates, List<RowRejection> rejected) {

    /**
     * A row that was not accepted.
     *
     * @param index which one
     * @param field the path of the field it concerns; null when it concerns the whole row
     * @param message what is wrong and what to do
     */
    public record RowRejection(int index, @Nullable String field, RejectionCode code, String message) {

        public static RowRejection of(InputRow row, InputRejectedException reason) {
            return new RowRejection(row.index(), reason.field(), reason.code(), reason.message());
        }
    }
}
