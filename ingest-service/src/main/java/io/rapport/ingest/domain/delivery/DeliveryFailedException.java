package io.rapport.ingest.domain.delivery;

/** What came in could not be passed on: nothing may be promised to whoever sent it, who should send it again. */
public sealed class DeliveryFailedException extends RuntimeException permits StateNotLoadedException {

    /** Not passed on, for a reason that is for the log and not for the sender. */
    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    public DeliveryFailedException(String message) {
        super(message);
    }
}
