package io.rapport.ingest.source.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** An array that is not whole: nothing of it can be trusted to be what was meant. */
public final class MalformedArrayException extends RuntimeException {

    private final int line;
    private final int column;

    MalformedArrayException(String message, @Nullable TokenStreamLocation place) {
        super(message, null, false, false);
        this.line = place == null ? 0 : place.getLineNr();
        this.column = place == null ? 0 : place.getColumnNr();
    }

    /** The line it breaks in, from 1. */
    public int line() {
        return line;
    }

    /** The column it breaks at, from 1. */
    public int column() {
        return column;
    }
}
