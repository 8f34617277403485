package io.rapport.ingest.source.imap;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the responses of a server in bounded memory. Values that are too long are cut and lists that are nested too deep are empty, so
 * that a hostile message does not hold up those behind it.
 */
final class ImapReader {

    private static final Set<String> STATUS = Set.of("OK", "NO", "BAD", "BYE", "PREAUTH");
    private static final int MAX_TOKEN = 64 << 10;
    private static final int MAX_LITERAL = 1 << 20;
    private static final long MAX_TOTAL = 32L << 20;
    private static final int MAX_DEPTH = 60;

    private final InputStream in;
    private long total;
    private int peeked = -1;

    ImapReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads a response.
     *
     * @throws EOFException if the connection ends within it
     * @throws ProtocolException if it is none, or beyond a limit
     */
    ImapResponse read() throws IOException {
        var tag = atom();
        skipSpaces();
        var values = new ArrayList<ImapValue>();
        if (tag.equals("+")) {
            return new ImapResponse(tag, List.of(ImapValue.of(restOfLine())));
        }
        while (!isLineEnd()) {
            var value = value(0);
            values.add(value);
            if (values.size() == 1 && STATUS.contains(value.text().toUpperCase(Locale.ROOT))) {
                skipSpaces();
                values.add(ImapValue.of(restOfLine()));
                return new ImapResponse(tag, List.copyOf(values));
            }
            skipSpaces();
        }
        restOfLine();
        return new ImapResponse(tag, List.copyOf(values));
    }

    private ImapValue value(int depth) throws IOException {
        return switch (peek()) {
            case '(' -> depth > MAX_DEPTH ? skippedList() : list(depth);
            case '"' -> ImapValue.of(quoted());
            case '{' -> ImapValue.of(literal());
            default -> ImapValue.atom(atom().getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private ImapValue list(int depth) throws IOException {
        next();
        var items = new ArrayList<ImapValue>();
        for (skipSpaces(); peek() != ')'; skipSpaces()) {
            items.add(value(depth + 1));
        }
        next();
        return ImapValue.list(items);
    }

    private ImapValue skippedList() throws IOException {
        var depth = 0;
        do {
            skipSpaces();
            switch (peek()) {
                case '(' -> {
                    next();
                    depth++;
                }
                case ')' -> {
                    next();
                    depth--;
                }
                default -> value(0);
            }
        } while (depth > 0);
        return ImapValue.list(List.of());
    }

    private byte[] quoted() throws IOException {
        next();
        var text = new ByteArrayOutputStream();
        for (var c = next(); c != '"'; c = next()) {
            add(text, c == '\\' ? next() : c);
        }
        return text.toByteArray();
    }

    private byte[] literal() throws IOException {
        next();
        var size = new StringBuilder();
        for (var c = next(); c != '}'; c = next()) {
            if (size.length() > 9 || (c < '0' || c > '9') && c != '+') {
                throw new ProtocolException("A literal has no size");
            }
            if (c != '+') {
                size.append((char) c);
            }
        }
        restOfLine();
        var length = size.isEmpty() ? 0 : Integer.parseInt(size.toString());
        count(length);
        var bytes = in.readNBytes(Math.min(length, MAX_LITERAL));
        in.skipNBytes(length - bytes.length);
        return bytes;
    }

    /** An atom; what is in brackets, such as {@code BODY[HEADER.FIELDS (TO)]}, is part of it. */
    private String atom() throws IOException {
        var text = new ByteArrayOutputStream();
        var brackets = 0;
        while (!isLineEnd() && (brackets > 0 || " ()".indexOf(peek()) < 0)) {
            var c = next();
            brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
            add(text, c);
        }
        if (text.size() == 0) {
            throw new ProtocolException("A response has no value where one is expected");
        }
        return text.toString(StandardCharsets.ISO_8859_1);
    }

    /** The text up to the end of the line, which is consumed. */
    private byte[] restOfLine() throws IOException {
        var text = new ByteArrayOutputStream();
        for (var c = next(); c != '\n'; c = next()) {
            if (c != '\r') {
                add(text, c);
            }
        }
        return text.toByteArray();
    }

    private static void add(ByteArrayOutputStream text, int c) {
        if (text.size() < MAX_TOKEN) {
            text.write(c);
        }
    }

    private void skipSpaces() throws IOException {
        while (peek() == ' ') {
            next();
        }
    }

    private boolean isLineEnd() throws IOException {
        return peek() == '\r' || peek() == '\n';
    }

    private int peek() throws IOException {
        if (peeked < 0) {
            peeked = in.read();
            if (peeked < 0) {
                throw new EOFException("The connection ends within a response");
            }
            count(1);
        }
        return peeked;
    }

    private int next() throws IOException {
        var c = peek();
        peeked = -1;
        return c;
    }

    private void count(int bytes) throws ProtocolException {
        total += bytes;
        if (total > MAX_TOTAL) {
            throw new ProtocolException("The server sends too much");
        }
    }
}
