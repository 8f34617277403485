package io.rapport.standalone.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, cut into batches that fit one request. A row is a line; in CSV a quoted field may hold line breaks,
 * and every batch begins with the file's heading.
 */
public final class RowFile implements Iterator<Batch>, AutoCloseable {

    private static final int MAX_ROWS = 500;
    private static final int MAX_CHARACTERS = 1 << 20;

    private final BufferedReader reader;
    private final boolean csv;
    private final @Nullable String heading;
    private long line = 1;
    private @Nullable String next;
    private long nextLine;

    private RowFile(BufferedReader reader, boolean csv) throws IOException {
        this.reader = reader;
        this.csv = csv;
        this.heading = csv ? record() : null;
        advance();
    }

    /** Opens a file: one that is called {@code .csv} is CSV, any other NDJSON. */
    public static RowFile open(Path file) throws IOException {
        return new RowFile(
                Files.newBufferedReader(file, StandardCharsets.UTF_8),
                file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"));
    }

    /** Whether it is CSV. */
    public boolean isCsv() {
        return csv;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Batch next() {
        var lines = new ArrayList<Long>();
        var rows = new ArrayList<String>();
        var characters = 0;
        for (var row = next; row != null && rows.size() < MAX_ROWS && fits(characters, row); row = next) {
            lines.add(nextLine);
            rows.add(row);
            characters += row.length();
            advance();
        }
        if (rows.isEmpty()) {
            throw new NoSuchElementException();
        }
        return new Batch(heading, rows, lines);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static boolean fits(int characters, String row) {
        return characters == 0 || characters + row.length() <= MAX_CHARACTERS;
    }

    private void advance() {
        try {
            do {
                nextLine = line;
                next = record();
            } while (next != null && next.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line, or as many as an open quote holds together. */
    private @Nullable String record() throws IOException {
        var record = reader.readLine();
        line++;
        if (record == null || !csv || !opensQuote(record)) {
            return record;
        }
        var whole = new StringBuilder(record);
        for (var more = reader.readLine(); more != null; more = reader.readLine()) {
            line++;
            whole.append('\n').append(more);
            if (opensQuote(more)) {
                break;
            }
        }
        return whole.toString();
    }

    private static boolean opensQuote(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
