package io.rapport.standalone.client;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file that are sent in one request.
 *
 * @param header the header, which is sent before the rows; null for NDJSON
 * @param rows the rows
 * @param lines the line of the file on which each row begins, counted from 1
 */
public record RowBatch(@Nullable String header, List<String> rows, List<Long> lines) {

    /** Rows without a file; their lines are counted from 1. */
    public static RowBatch of(@Nullable String header, List<String> rows) {
        return new RowBatch(
                header, rows, LongStream.rangeClosed(1, rows.size()).boxed().toList());
    }

    /** The request body. */
    String text() {
        return (header == null ? "" : header + "\n") + String.join("\n", rows) + "\n";
    }

    /** The line of the file for a line of {@link #text}, counted from 1. */
    long lineOf(int line) {
        var sent = header == null ? 1L : 1 + linesOf(header);
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
