package io.rapport.ingest.source.table;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file in order. */
public interface TableRecordReader extends Closeable {

    /**
     * Reads the next line that is not blank.
     *
     * @return null at the end of the file
     * @throws MalformedFileException if the rest of the file cannot be parsed
     */
    @Nullable
    TableRecord read();

    /** Remarks on the file as far as it was read, such as a guessed encoding. */
    List<TableNote> notes();
}
