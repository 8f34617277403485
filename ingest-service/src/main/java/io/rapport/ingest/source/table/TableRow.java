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
 */
public record TableRow(int index, List<String> header, List<String> cells) implements InputRow {

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
            if (!cells.get(column).isBlank()) {
                fields.put(header.get(column), cells.get(column));
            }
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
}
