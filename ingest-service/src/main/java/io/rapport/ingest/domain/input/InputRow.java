package io.rapport.ingest.domain.input;

import java.util.Map;

/** One row of input, parsed lazily. */
public interface InputRow {

    /** The maximum size of a row, in bytes. */
    int MAX_BYTES = 256 << 10;

    /** The position of the row: its index in a JSON array, from 0, or its line in a file, from 1. */
    int index();

    /**
     * Parses the row to strings, numbers, booleans, lists and maps.
     *
     * @throws InputRejectedException if the row cannot be parsed
     */
    Map<?, ?> fields();

    /** The unparsed text of the row. */
    String raw();
}
