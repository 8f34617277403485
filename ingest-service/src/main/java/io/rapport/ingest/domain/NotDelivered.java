package io.rapport.ingest.domain;

/** What came in could not be passed on: nothing may be promised to whoever sent it, who should send it again. */
public sealed class NotDelivered extends RuntimeException permits NotReadYet {

    /** Not passed on, for a reason that is for the log and not for the sender. */
    public NotDelivered(String message, Throwable cause) {
        super(message, cause);
    }

    NotDelivered(String message) {
        super(message);
    }
}
