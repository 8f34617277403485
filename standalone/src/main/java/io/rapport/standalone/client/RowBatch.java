package io.rapport.standalone.client;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a file, sent in one request.
 *
 * @param heading the line that names the columns, sent before them; null for NDJSON
 * @param rows as they are in the file
 * @param lines the line of the file each of them begins on, counted from 1
 */
public record RowBatch(@Nullable String heading, List<String> rows, List<Long> lines) {

    /** Rows of no file, counted from 1. */
    public static RowBatch of(@Nullable String heading, List<String> rows) {
        return new RowBatch(
                heading, rows, LongStream.rangeClosed(1, rows.size()).boxed().toList());
    }

    /** What is sent. */
    String text() {
        return (heading == null ? "" : heading + "\n") + String.join("\n", rows) + "\n";
    }

    /** The line of the file for a line of {@link #text}, counted from 1. */
    long lineOf(int line) {
        var sent = heading == null ? 1L : 1 + linesOf(heading);
        for (var i = 0; i < rows.size(); i++) {
            var next = sent + linesOf(rows.get(i));
            if (line < next) {
                return lines.get(i) + line - sent;
            }
            sent = next;
        }
        return line;
    }

    private static long linesOf(String row) {
        return 1 + row.chars().filter(c -> c == '\n').count();
    }
}
