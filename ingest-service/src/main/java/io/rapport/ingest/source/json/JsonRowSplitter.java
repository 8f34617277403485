package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRow;
import io.rapport.messaging.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Splits a body into rows without parsing them: the elements of an array, the lines of NDJSON, or a single object. An array
 * is scanned to its end first, so that a malformed array is rejected as a whole; of malformed NDJSON only the malformed
 * lines are rejected.
 */
public final class JsonRowSplitter {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private JsonRowSplitter() {}

    /**
     * Splits a body into rows.
     *
     * @throws MalformedArrayException if the body is a malformed or incomplete array
     */
    public static List<InputRow> split(byte[] bytes) {
        var body = withoutMark(bytes);
        if (isArray(body)) {
            return elements(body);
        }
        if (isNdjson(body)) {
            var rows = new ArrayList<InputRow>();
            lines(body).forEachRemaining(rows::add);
            return rows;
        }
        return List.of(new JsonRow(0, body, skipSpace(body, 0), body.length));
    }

    static boolean isArray(byte[] body) {
        var first = skipSpace(body, 0);
        return first < body.length && body[first] == '[';
    }

    /** Whether the body is neither an array nor a single object of several lines. */
    static boolean isNdjson(byte[] body) {
        return !isArray(body) && !isOneObject(body, skipSpace(body, 0));
    }

    /** The lines that are not blank, found one by one. */
    static Iterator<InputRow> lines(byte[] body) {
        return new Iterator<>() {
            private int from = skipSpace(body, 0);
            private int count;

            @Override
            public boolean hasNext() {
                return from < body.length;
            }

            @Override
            public InputRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var to = endOfLine(body, from);
                var row = new JsonRow(count++, body, from, to);
                from = skipSpace(body, to);
                return row;
            }
        };
    }

    private static List<InputRow> elements(byte[] body) {
        try (var parser = Json.mapper().createParser(body)) {
            try {
                return elements(parser, body);
            } catch (StreamConstraintsException e) {
                throw new MalformedArrayException(
                        "it is nested deeper than " + Json.MAX_DEPTH + " levels", parser.currentLocation());
            } catch (JacksonException e) {
                throw new MalformedArrayException(e.getOriginalMessage(), e.getLocation());
            }
        }
    }

    private static List<InputRow> elements(JsonParser parser, byte[] body) {
        var rows = new ArrayList<InputRow>();
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows.add(element(parser, rows.size(), body));
        }
        if (parser.nextToken() != null) {
            throw new MalformedArrayException("there is content after the array", parser.currentTokenLocation());
        }
        return rows;
    }

    private static InputRow element(JsonParser parser, int index, byte[] body) {
        if (parser.currentToken() == null) {
            throw new MalformedArrayException("the array does not end", parser.currentLocation());
        }
        var from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        if (parser.currentToken().isScalarValue()) {
            // Scalars are read lazily; only what was read has an end.
            parser.getString();
        }
        return new JsonRow(index, body, from, (int) parser.currentLocation().getByteOffset());
    }

    /** A single object may span several lines: its first line does not close it, and the next line does not begin another object. */
    private static boolean isOneObject(byte[] body, int first) {
        if (first >= body.length || body[first] != '{') {
            return false;
        }
        var end = endOfLine(body, first);
        var last = end - 1;
        while (isSpace(body[last])) {
            last--;
        }
        var next = skipSpace(body, end);
        return next < body.length && body[next] != '{' && isSpread(body[last]);
    }

    private static boolean isSpread(byte last) {
        return last == '{' || last == ',' || last == '[';
    }

    private static int endOfLine(byte[] body, int from) {
        var to = from;
        while (to < body.length && body[to] != '\n') {
            to++;
        }
        return to;
    }

    private static int skipSpace(byte[] body, int from) {
        var at = from;
        while (at < body.length && isSpace(body[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    static byte[] withoutMark(byte[] body) {
        return body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length)
                ? Arrays.copyOfRange(body, MARK.length, body.length)
                : body;
    }
}
