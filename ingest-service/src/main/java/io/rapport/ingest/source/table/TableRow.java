package io.rapport.ingest.source.table;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One row of a file. Cells that are left out at the end of a row are empty.
 *
 * @param index the first line of the row, from 1
 * @param header the column names
 * @param nested whether a column {@code a.b} is field b of object a
 */
public record TableRow(int index, List<String> header, List<String> cells, boolean nested) implements InputRow {

    @Override
    public Map<?, ?> fields() {
        if (isBrokenQuote() || !extraCells().allMatch(String::isBlank)) {
            throw new InputRejectedException(
                    RejectionCode.UNPARSEABLE,
                    "The row has %d cells, but the header has %d columns. %s"
                            .formatted(cells.size(), header.size(), advice()));
        }
        if (cells.stream().mapToLong(String::length).sum() > MAX_BYTES) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE, "The row is longer than %d characters.".formatted(MAX_BYTES));
        }
        var fields = new LinkedHashMap<String, Object>();
        for (var column = 0; column < Math.min(header.size(), cells.size()); column++) {
            put(fields, header.get(column), cells.get(column));
        }
        return fields;
    }

    @Override
    public String raw() {
        return CsvLineWriter.write(header) + "\n" + CsvLineWriter.write(cells);
    }

    /** The cells after the last column, which spreadsheets write as empty cells. */
    private Stream<String> extraCells() {
        return cells.stream().skip(header.size());
    }

    /** Spreadsheets leave out empty cells at the end; in a row of several lines a missing cell is in an unclosed quote. */
    private boolean isBrokenQuote() {
        return cells.size() < header.size() && spansLines();
    }

    private boolean spansLines() {
        return cells.stream().anyMatch(cell -> cell.contains("\n"));
    }

    private String advice() {
        return spansLines()
                ? "The row spans several lines: the usual reason is a quote that is opened and not closed."
                : "Put quotes around cells that contain the separator.";
    }

    private void put(Map<String, Object> fields, String name, String cell) {
        if (cell.isBlank() || name.isEmpty()) {
            return;
        }
        var dot = nested ? name.indexOf('.') : -1;
        if (dot < 0) {
            fields.put(name, cell);
        } else {
            object(fields, name.substring(0, dot)).put(name.substring(dot + 1), cell);
        }
    }

    @SuppressWarnings("unchecked") // only this class puts maps there
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        if (!(fields.get(name) instanceof Map)) {
            fields.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) fields.get(name);
    }
}
