package io.rapport.ingest.source.table;

/** The file is of another type than CSV. */
public final class UnsupportedFileException extends RuntimeException {

    /** Creates an exception whose message is part of the response. */
    UnsupportedFileException(FileType type, String expected) {
        super("The body is %s, not %s. %s.".formatted(type.text(), expected, type.advice()), null, false, false);
    }

    /** What the file is and what to do. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
