package io.rapport.ingest.source.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/**
 * Rewrites quotes that are escaped with a backslash, as MySQL writes them, to doubled quotes. The rewriting begins with the
 * first quote after which, read as a closing quote, neither a separator nor the end of the line follows; before it a
 * backslash at the end of a quoted cell is a character of the cell.
 */
final class BackslashQuoteReader extends FilterReader {

    private static final int END = -1;

    private final char separator;
    private boolean active;
    private boolean quoted;
    private boolean cellStart = true;
    private int pending = END;

    BackslashQuoteReader(Reader in, char separator, boolean active) {
        super(in.markSupported() ? in : new BufferedReader(in));
        this.separator = separator;
        this.active = active;
    }

    /** Whether a text has a quote that can only be an escaped one. */
    static boolean isNeeded(String text, char separator) {
        return Pattern.compile("[^\\\\\"]\\\\\"(?![\"\\r\\n" + Pattern.quote(String.valueOf(separator)) + "]|$)")
                .matcher(text)
                .find();
    }

    @Override
    public int read() throws IOException {
        if (pending != END) {
            var next = pending;
            pending = END;
            return next;
        }
        var c = in.read();
        if (c == '\\' && quoted) {
            return backslash();
        }
        if (c == '"' && quoted) {
            if (peek() == '"') {
                pending = in.read();
            } else {
                quoted = false;
            }
        } else if (c == '"' && cellStart) {
            quoted = true;
        }
        cellStart = !quoted && (c == separator || c == '\n' || c == '\r' || cellStart && c == ' ');
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var count = 0;
        while (count < length) {
            var c = read();
            if (c == END) {
                return count == 0 && length > 0 ? END : count;
            }
            target[offset + count++] = (char) c;
            if (count > 0 && pending == END && count >= length) {
                break;
            }
        }
        return count;
    }

    private int backslash() throws IOException {
        var next = peek();
        if (next == '"' && (active || isEscapedQuote())) {
            active = true;
            in.read();
            pending = '"';
            return '"';
        }
        if (next == '\\' && active) {
            in.read();
        }
        return '\\';
    }

    /** Whether the quote ahead is followed by a character that cannot follow a closing quote. */
    private boolean isEscapedQuote() throws IOException {
        in.mark(2);
        in.read();
        var after = in.read();
        in.reset();
        return after != END && after != separator && after != '"' && after != '\r' && after != '\n';
    }

    private int peek() throws IOException {
        in.mark(1);
        var next = in.read();
        in.reset();
        return next;
    }
}
