package io.rapport.ingest.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.ingest.domain.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file of CSV row by row: UTF-8 with or without a byte order mark, separated by comma, semicolon or tab, whichever
 * the header has most of. Cells are text, whatever they look like.
 */
public final class CsvFile {

    private static final int MAX_HEADER = 64 << 10;
    private static final int MAX_RECORD = 4 << 20;
    private static final int MAX_COLUMNS = 500;
    private static final char MARK = '\uFEFF';

    private final boolean nested;
    private final int maxRows;

    /**
     * Reads files of one kind.
     *
     * @param nested whether a column called {@code a.b} is field b of object a
     * @param maxRows the most rows a file may have
     */
    public CsvFile(boolean nested, int maxRows) {
        this.nested = nested;
        this.maxRows = maxRows;
    }

    /**
     * Hands over each row of a file, in order.
     *
     * @throws BrokenFile if it is no CSV to its end; rows before that were handed over
     * @throws IOException if the stream cannot be read to its end; likewise
     */
    public void read(InputStream in, Consumer<Row> rows) throws IOException {
        try {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), MAX_HEADER);
            var separator = begin(reader);
            try (var csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(MAX_RECORD)
                    .ofCsvRecord(reader)) {
                read(csv.iterator(), rows);
            }
        } catch (CsvParseException e) {
            throw reason(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The parser wraps whatever fails below it, such as a body that is too long, which is no fault of the CSV. */
    private static RuntimeException reason(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException below && !(below instanceof CsvParseException)) {
            return below;
        }
        var told = e.getCause() instanceof CsvParseException cause ? cause : e;
        return new BrokenFile(
                "The file cannot be read on: " + told.getMessage() + ". Usually a quote was opened and not closed.");
    }

    private void read(Iterator<CsvRecord> records, Consumer<Row> rows) {
        if (!records.hasNext()) {
            throw new BrokenFile("The file is empty; its first line has to name the columns.");
        }
        var header = header(records.next());
        var count = 0;
        while (records.hasNext()) {
            var line = records.next();
            if (++count > maxRows) {
                throw new BrokenFile(
                        "The file has more than " + maxRows + " rows; send it in parts, each with the header.");
            }
            rows.accept(new CsvRow((int) line.getStartingLineNumber(), header, line.getFields(), nested));
        }
    }

    private static List<String> header(CsvRecord line) {
        var header = line.getFields().stream().map(String::strip).toList();
        if (header.size() > MAX_COLUMNS) {
            throw new BrokenFile("The file has " + header.size() + " columns; at most " + MAX_COLUMNS + " are read.");
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new BrokenFile("Two columns of the file are called the same; give each a name of its own.");
        }
        return header;
    }

    /** Looks at the first line, to find out the separator, and skips a byte order mark. */
    private static char begin(BufferedReader reader) throws IOException {
        reader.mark(MAX_HEADER);
        var start = new char[MAX_HEADER / 2];
        var length = Math.max(0, reader.read(start));
        reader.reset();
        if (length > 0 && start[0] == MARK) {
            reader.skip(1);
        }
        var line = new String(start, 0, length).lines().findFirst().orElse("");
        return List.of(',', ';', '\t').stream()
                .max((a, b) -> Long.compare(count(line, a), count(line, b)))
                .filter(separator -> count(line, separator) > 0)
                .orElse(',');
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }
}
