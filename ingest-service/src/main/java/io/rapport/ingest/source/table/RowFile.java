package io.rapport.ingest.source.table;

import io.rapport.ingest.domain.input.InputRow;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Rows of a file with named columns. */
public interface RowFile extends Iterator<InputRow>, AutoCloseable {

    /** The column names, each of which is unique; of JSON those of the first rows. */
    List<String> header();

    /** Reads ahead at most so many rows and returns them, before the first call of {@link #next}, which returns them again. */
    List<InputRow> sample(int maxRows);

    /** Remarks on the file as far as it was read: skipped lines and a guessed encoding. The first 100 are kept. */
    List<TableNote> notes();

    @Override
    void close() throws IOException;
}
