package io.rapport.ingest.source.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** The JSON array is malformed or incomplete; none of its elements is accepted. */
public final class MalformedArrayException extends RuntimeException {

    private final int line;
    private final int column;

    MalformedArrayException(String message, @Nullable TokenStreamLocation place) {
        super(message, null, false, false);
        this.line = place == null ? 0 : place.getLineNr();
        this.column = place == null ? 0 : place.getColumnNr();
    }

    /** The line of the error, from 1. */
    public int line() {
        return line;
    }

    /** The column of the error, from 1. */
    public int column() {
        return column;
    }
}
