package io.rapport.ingest.domain.input;

import io.rapport.contracts.engagement.RejectionCode;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row, as the response lists it.
 *
 * @param index the position of the row
 * @param field the path of the rejected field; null when the whole row is rejected
 * @param message what is wrong and how to correct it
 */
public record RowRejection(int index, @Nullable String field, RejectionCode code, String message) {

    /** Describes the rejection of a row. */
    public static RowRejection of(InputRow row, InputRejectedException reason) {
        return new RowRejection(row.index(), reason.field(), reason.code(), reason.message());
    }
}
