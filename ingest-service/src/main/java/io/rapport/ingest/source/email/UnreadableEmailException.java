package io.rapport.ingest.source.email;

/** A message cannot be read. The reason is the type by which it is counted, never a part of it. */
final class UnreadableEmailException extends RuntimeException {

    private final String reason;

    UnreadableEmailException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
