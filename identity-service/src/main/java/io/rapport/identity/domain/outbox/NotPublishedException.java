package io.rapport.identity.domain.outbox;

/** An event was not acknowledged by the broker. Its state stays in the store, marked as unpublished, and is published later. */
public final class NotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotPublishedException(Throwable cause) {
        super("Not published yet: " + cause, cause);
    }
}
