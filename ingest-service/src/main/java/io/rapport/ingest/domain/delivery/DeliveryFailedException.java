package io.rapport.ingest.domain.delivery;

/** The broker did not acknowledge the input: the request fails with 503, and the client has to send it again. */
public sealed class DeliveryFailedException extends RuntimeException permits StateNotLoadedException {

    /** Creates an exception whose message is logged and not sent to the client. */
    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    public DeliveryFailedException(String message) {
        super(message);
    }
}
