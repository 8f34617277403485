package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.table.MalformedFileException;
import io.rapport.ingest.source.table.RowFile;
import io.rapport.ingest.source.table.TableNote;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Streams the objects of a JSON file in bounded memory: an array, one object per line, or an array that a script assigns, as
 * in the archive of X: {@code window.YTD.tweets.part0 = […]}. Rows are numbered from 1.
 */
public final class JsonRowFile implements RowFile {

    private static final int SAMPLE_SIZE = 200;
    private static final int MAX_COLUMNS = 2_000;
    private static final int MAX_ASSIGNMENT = 200;
    private static final int BOM_FIRST = 0xEF;

    private final ElementReader elements;
    private final int maxRows;
    private final Deque<InputRow> ahead = new ArrayDeque<>();
    private final List<String> header;
    private int count;
    private boolean ended;

    /** Reads the next element as bytes. */
    interface ElementReader {

        /**
         * Reads the next element.
         *
         * @return null at the end
         */
        byte @Nullable [] read() throws IOException;
    }

    private JsonRowFile(ElementReader elements, int maxRows) {
        this.elements = elements;
        this.maxRows = maxRows;
        this.header = names(sample(SAMPLE_SIZE));
    }

    /**
     * Opens a file.
     *
     * @throws MalformedFileException if it begins with neither an array nor an object
     */
    public static JsonRowFile open(InputStream body, int maxRows) throws IOException {
        var in = new BufferedInputStream(body);
        var first = skipBlanks(in);
        if (first == 'w' || first == 'v' || first == 'c' || first == 'l') {
            skipAssignment(in);
            first = skipBlanks(in);
        }
        if (first == '[') {
            return new JsonRowFile(JsonArrayElements.open(in), maxRows);
        }
        if (first == '{') {
            return new JsonRowFile(new JsonLines(in), maxRows);
        }
        throw new MalformedFileException(
                first < 0
                        ? "The file is empty."
                        : "The file is no JSON: it has to begin with [ or {, or with an assignment such as window.YTD.tweets.part0 = [.");
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<InputRow> sample(int maxSample) {
        while (ahead.size() < maxSample && readAhead()) {}
        return ahead.stream().limit(maxSample).toList();
    }

    @Override
    public List<TableNote> notes() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty() || readAhead();
    }

    @Override
    public InputRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.remove();
    }

    @Override
    public void close() {
        // The body belongs to the caller.
    }

    private boolean readAhead() {
        if (ended) {
            return false;
        }
        try {
            var bytes = elements.read();
            ended = bytes == null;
            if (bytes == null) {
                return false;
            }
            if (++count > maxRows) {
                throw new MalformedFileException("The file has more than " + maxRows
                        + " rows, the maximum of this installation; send it in parts.");
            }
            ahead.add(new JsonFileRow(new JsonRow(count, bytes, 0, bytes.length)));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(List<InputRow> rows) {
        var names = new LinkedHashSet<String>();
        for (var row : rows) {
            try {
                row.fields().keySet().stream()
                        .limit((long) MAX_COLUMNS - names.size())
                        .forEach(name -> names.add(String.valueOf(name)));
            } catch (InputRejectedException e) {
                continue; // The import rejects the row.
            }
        }
        return new ArrayList<>(names);
    }

    /** Skips blanks and a byte order mark, and returns the next byte without consuming it; negative at the end. */
    private static int skipBlanks(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(1);
            var next = in.read();
            if (next == BOM_FIRST) {
                in.skipNBytes(2);
            } else if (next < 0 || !Character.isWhitespace(next)) {
                in.reset();
                return next;
            }
        }
    }

    private static void skipAssignment(InputStream in) throws IOException {
        for (var at = 0; at < MAX_ASSIGNMENT; at++) {
            var next = in.read();
            if (next == '=' || next < 0) {
                return;
            }
        }
    }
}
