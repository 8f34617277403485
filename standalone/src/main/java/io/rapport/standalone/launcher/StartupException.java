package io.rapport.standalone.launcher;

/** Why Rapport cannot start here: the message is one line for a person, saying what is wrong and what to do. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
