package io.rapport.ingest.domain.input;

import java.util.Map;

/** One row of input, not looked at yet. */
public interface InputRow {

    /** The most bytes a row may have. */
    int MAX_BYTES = 256 << 10;

    /** Which one it is: its place in an array, from 0, or its line in a file, from 1. */
    int index();

    /**
     * Its fields: texts, numbers, flags, lists and maps of them.
     *
     * @throws InputRejectedException if it cannot be read
     */
    Map<?, ?> fields();

    /** What arrived, as text. */
    String raw();
}
