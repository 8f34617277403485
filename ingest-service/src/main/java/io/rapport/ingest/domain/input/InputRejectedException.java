package io.rapport.ingest.domain.input;

import io.rapport.contracts.engagement.RejectionCode;
import org.jspecify.annotations.Nullable;

/** Input that cannot be accepted: why, for machines and for people. Carries no stack trace: it is an answer, not a fault. */
public final class InputRejectedException extends RuntimeException {

    private final RejectionCode code;
    private final @Nullable String field;

    /**
     * A reason that concerns no single field.
     *
     * @param message what is wrong and what to do
     */
    public InputRejectedException(RejectionCode code, String message) {
        this(code, null, message);
    }

    public InputRejectedException(RejectionCode code, @Nullable String field, String message) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    public static InputRejectedException invalid(String field, String message) {
        return new InputRejectedException(RejectionCode.INVALID_FIELD, field, field + " " + message);
    }

    /** The reason, for machines. */
    public RejectionCode code() {
        return code;
    }

    /** The path of the field it concerns, such as {@code actor.id}; null when it concerns the whole. */
    public @Nullable String field() {
        return field;
    }

    /** The reason, for people. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
