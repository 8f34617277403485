package io.rapport.ingest.source.json;

import io.rapport.ingest.domain.input.InputRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the lines that are not blank, one by one. Of a line that is too long, as much as makes it too long. */
final class JsonLines implements JsonRowFile.ElementReader {

    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    JsonLines(InputStream in) {
        this.in = in;
    }

    @Override
    public byte @Nullable [] read() throws IOException {
        while (true) {
            var line = line();
            if (line == null || !isBlank(line)) {
                return line;
            }
        }
    }

    /** The next line without its end; null at the end. */
    private byte @Nullable [] line() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        var to = endOfLine();
        if (to < end) {
            var line = Arrays.copyOfRange(buffer, at, to);
            at = to + 1;
            return line;
        }
        return longLine();
    }

    /** A line that goes beyond the buffer. */
    private byte[] longLine() throws IOException {
        var line = new ByteArrayOutputStream();
        var isComplete = false;
        while (!isComplete && (at < end || fill())) {
            var to = endOfLine();
            if (line.size() <= InputRow.MAX_BYTES) {
                line.write(buffer, at, to - at);
            }
            isComplete = to < end;
            at = isComplete ? to + 1 : end;
        }
        return line.toByteArray();
    }

    private int endOfLine() {
        var to = at;
        while (to < end && buffer[to] != '\n') {
            to++;
        }
        return to;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (var each : line) {
            if (each > ' ') {
                return false;
            }
        }
        return new String(line, StandardCharsets.UTF_8).isBlank();
    }
}
