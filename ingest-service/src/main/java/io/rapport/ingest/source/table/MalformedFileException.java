package io.rapport.ingest.source.table;

/** The file cannot be parsed, or its table cannot be found. */
public final class MalformedFileException extends RuntimeException {

    /** Creates an exception whose message is part of the response. */
    public MalformedFileException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong and how to correct it. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
