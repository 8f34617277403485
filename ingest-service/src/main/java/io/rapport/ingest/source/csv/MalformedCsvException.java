package io.rapport.ingest.source.csv;

/** The CSV file cannot be parsed. */
public final class MalformedCsvException extends RuntimeException {

    /** Creates an exception whose message is part of the response. */
    MalformedCsvException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong and how to correct it. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
