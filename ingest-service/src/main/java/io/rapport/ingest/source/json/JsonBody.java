package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request body, numbered from 0. A body up to the maximum of bytes in memory is read to its end before the first row, so that
 * nothing of an incomplete one is taken in. A longer body has to be NDJSON: its lines are read one by one, in bounded memory.
 */
public final class JsonBody implements Iterator<InputRow> {

    private final Iterator<InputRow> rows;
    private final int arraySize;

    /** The body is longer than the maximum, and not NDJSON. */
    public static final class BodyTooLongException extends RuntimeException {

        BodyTooLongException() {
            super("The body is too long for memory", null, false, false);
        }
    }

    private JsonBody(Iterator<InputRow> rows, int arraySize) {
        this.rows = rows;
        this.arraySize = arraySize;
    }

    /**
     * Opens a body.
     *
     * @param maxWhole the maximum of bytes in memory
     * @throws MalformedArrayException if the body is a malformed or incomplete array
     * @throws BodyTooLongException if the body is an array that is longer than the maximum
     */
    public static JsonBody open(InputStream in, int maxWhole) throws IOException {
        var read = in.readNBytes(maxWhole);
        var next = read.length < maxWhole ? -1 : in.read();
        var head = JsonRowSplitter.withoutMark(read);
        if (next < 0) {
            return ofWhole(head);
        }
        if (JsonRowSplitter.isArray(head)) {
            throw new BodyTooLongException();
        }
        var rest = new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), in);
        return new JsonBody(new Lines(new SequenceInputStream(new ByteArrayInputStream(head), rest)), 0);
    }

    private static JsonBody ofWhole(byte[] body) {
        if (JsonRowSplitter.isNdjson(body)) {
            return new JsonBody(JsonRowSplitter.lines(body), 0);
        }
        var elements = JsonRowSplitter.split(body);
        return new JsonBody(elements.iterator(), elements.size());
    }

    /** The number of elements of an array; 0 for NDJSON, whose lines are not counted in advance. */
    public int arraySize() {
        return arraySize;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public InputRow next() {
        return rows.next();
    }

    /** The lines of a body that is longer than the maximum. */
    private static final class Lines implements Iterator<InputRow> {

        private final JsonLines lines;
        private byte @Nullable [] line;
        private int count;

        Lines(InputStream in) throws IOException {
            this.lines = new JsonLines(in);
            this.line = lines.read();
        }

        @Override
        public boolean hasNext() {
            return line != null;
        }

        @Override
        public InputRow next() {
            var read = line;
            if (read == null) {
                throw new NoSuchElementException();
            }
            try {
                line = lines.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new JsonRow(count++, read, 0, read.length);
        }
    }
}
