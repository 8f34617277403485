package io.rapport.ingest.source.table;

import java.util.List;

/**
 * A line of cells, before it is known whether it is the header, a row or a note.
 *
 * @param line its first line in the file, from 1
 */
public record TableRecord(int line, List<String> cells) {

    /** The number of cells that are not blank. */
    long filled() {
        return cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    /** Whether all cells are blank. */
    public boolean isBlank() {
        return filled() == 0;
    }
}
