package io.rapport.scoring.query;

import org.jspecify.annotations.Nullable;

/** A state store cannot be read now: it moves to another instance, is being restored, or its instance does not answer. */
public final class LedgersUnavailableException extends RuntimeException {

    /** Creates an exception. */
    public LedgersUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
