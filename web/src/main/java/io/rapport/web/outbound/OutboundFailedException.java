package io.rapport.web.outbound;

/** A request to an address that a user named could not be sent. The message is a sentence for the administrator, without any secret. */
public final class OutboundFailedException extends RuntimeException {

    /** Creates a failure. */
    public OutboundFailedException(String message) {
        super(message);
    }
}
