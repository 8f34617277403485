package io.rapport.ingest.source.contacts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out the properties of a vCard file with binary content, and cuts any other line to 64 KiB, so that the size of what
 * is kept in memory is bounded.
 */
final class PhotoFilter extends Reader {

    private static final int MAX_LINE = 64 << 10;
    private static final int MAX_NAME = 64;
    private static final Set<String> BINARY = Set.of("photo", "logo", "sound", "key");
    private static final Pattern GROUP = Pattern.compile("^[\\w-]{1,40}\\.");

    private final BufferedReader in;
    private final StringBuilder pending = new StringBuilder();
    private int line = 1;
    private int kept;
    private boolean isSkipping;

    PhotoFilter(Reader in) {
        this.in = new BufferedReader(in);
    }

    /** The number of the line that is read now, from 1. */
    int line() {
        return line;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        while (pending.isEmpty()) {
            if (!readLine()) {
                return -1;
            }
        }
        var count = Math.min(length, pending.length());
        pending.getChars(0, count, buffer, from);
        pending.delete(0, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads one line; false at the end of the file. */
    private boolean readLine() throws IOException {
        var c = in.read();
        if (c < 0) {
            return false;
        }
        begin(c);
        var text = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (!isSkipping && text.length() < MAX_LINE) {
                endName(text, c);
                text.append((char) c);
            }
        }
        line++;
        if (!isSkipping) {
            append(text);
        }
        return true;
    }

    /** A line that begins with a blank continues the one before. */
    private void begin(int first) {
        if (first != ' ' && first != '\t') {
            isSkipping = false;
            kept = 0;
        }
    }

    private void endName(StringBuilder text, int c) {
        if ((c == ':' || c == ';') && text.length() < MAX_NAME) {
            isSkipping = BINARY.contains(GROUP.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT));
        }
    }

    private void append(StringBuilder text) {
        var room = MAX_LINE - kept;
        if (room > 0) {
            pending.append(text, 0, Math.min(room, text.length())).append('\n');
        }
        kept = Math.min(MAX_LINE, kept + text.length());
    }
}
