package io.rapport.ingest.domain.input;

/** Stops a file after too many rejected rows in a row. Has no stack trace, because it is a response and not a fault. */
public final class RejectionStreakException extends RuntimeException {

    private final RowRejection first;

    RejectionStreakException(RowRejection first, int lastLine) {
        super(
                "The file was stopped at line %d, because %d rows in a row were rejected; the rows after that were not read. "
                                .formatted(lastLine, RejectionStreak.MAX_REJECTED_IN_A_ROW)
                        + "The first of them is line %d: %s ".formatted(first.index(), first.message())
                        + "Correct the file or its column mapping, and send it again.",
                null,
                false,
                false);
        this.first = first;
    }

    /** The first rejection of the streak. */
    public RowRejection first() {
        return first;
    }

    /** Where the file was stopped, why, and what to do. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
