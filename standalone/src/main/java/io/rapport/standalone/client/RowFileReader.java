package io.rapport.standalone.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of rows in batches that fit one request. In NDJSON a row is a line; in CSV it is a record, which may span
 * lines, and every batch has the header of the file.
 */
public final class RowFileReader implements Iterator<RowBatch>, AutoCloseable {

    private static final int MAX_ROWS = 500;
    private static final int MAX_CHARACTERS = 1 << 20;

    private final BufferedReader reader;
    private final boolean csv;
    private final Iterator<FileRow> source;
    private final @Nullable String header;
    private @Nullable FileRow next;

    private RowFileReader(BufferedReader reader, boolean csv) throws IOException {
        this.reader = reader;
        this.csv = csv;
        this.source = csv ? new CsvRows(reader) : new LineRows(reader);
        this.header = csv && source.hasNext() ? source.next().text() : null;
        advance();
    }

    /**
     * A row as it is sent.
     *
     * @param line the line of the file on which it begins, counted from 1
     */
    record FileRow(String text, long line) {}

    /** Opens a UTF-8 file: CSV or NDJSON, by its {@link FileMediaType}. */
    public static RowFileReader open(Path file) throws IOException {
        return new RowFileReader(
                Files.newBufferedReader(file, StandardCharsets.UTF_8), FileMediaType.of(file) == FileMediaType.CSV);
    }

    /** Whether the file names the fields of engagements itself: NDJSON does, CSV if its header has {@code occurredAt}. */
    public boolean namesFields() {
        return !csv || header != null && header.contains("occurredAt");
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RowBatch next() {
        var lines = new ArrayList<Long>();
        var rows = new ArrayList<String>();
        var characters = 0;
        for (var row = next; row != null && rows.size() < MAX_ROWS && fits(characters, row.text()); row = next) {
            lines.add(row.line());
            rows.add(row.text());
            characters += row.text().length();
            advance();
        }
        if (rows.isEmpty()) {
            throw new NoSuchElementException();
        }
        return new RowBatch(header, rows, lines);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static boolean fits(int characters, String row) {
        return characters == 0 || characters + row.length() <= MAX_CHARACTERS;
    }

    private void advance() {
        do {
            next = source.hasNext() ? source.next() : null;
        } while (next != null && next.text().isBlank());
    }
}
