package io.rapport.ingest.domain.source;

/**
 * Whether a payload was sent by the platform.
 *
 * @param accepted whether the signature is valid
 * @param reason why it was refused, for the connection's state; never sent to the sender, and without any secret. Empty when
 *     accepted
 */
public record VerificationResult(boolean accepted, String reason) {

    private static final VerificationResult ACCEPTED = new VerificationResult(true, "");

    /** The payload is genuine. */
    public static VerificationResult accept() {
        return ACCEPTED;
    }

    /** The payload is refused, with a sentence for the administrator. */
    public static VerificationResult refuse(String reason) {
        return new VerificationResult(false, reason);
    }
}
