package io.rapport.ingest.domain.input;

import io.rapport.contracts.engagement.RejectionCode;
import org.jspecify.annotations.Nullable;

/** Rejects a row or a body, with a code and a message. Has no stack trace, because it is a response and not a fault. */
public final class InputRejectedException extends RuntimeException {

    private final RejectionCode code;
    private final @Nullable String field;

    /**
     * Creates a rejection that concerns the whole input.
     *
     * @param message what is wrong and how to correct it
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

    /** The machine-readable reason. */
    public RejectionCode code() {
        return code;
    }

    /** The path of the rejected field, such as {@code actor.id}; null when the whole input is rejected. */
    public @Nullable String field() {
        return field;
    }

    /** The human-readable reason. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
