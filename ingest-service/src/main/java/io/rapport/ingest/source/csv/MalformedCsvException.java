package io.rapport.ingest.source.csv;

/** A file that cannot be read on. */
public final class MalformedCsvException extends RuntimeException {

    /** Broken in a way that its sender is told. */
    MalformedCsvException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong and what to do. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
