package io.rapport.standalone;

/** Why Rapport cannot start here: the message is one line for a person, saying what is wrong and what to do. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
