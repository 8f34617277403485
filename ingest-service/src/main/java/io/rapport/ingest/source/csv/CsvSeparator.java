package io.rapport.ingest.source.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The separator of a CSV file.
 *
 * @param character comma, semicolon or tab
 * @param headerOffset the number of lines before the header: 1 for a {@code sep=} line, else 0
 */
record CsvSeparator(char character, int headerOffset) {

    /** The maximum look-ahead, in characters. */
    static final int MAX_LOOKAHEAD = 32 << 10;

    private static final Pattern DECLARATION = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** Detects the separator: from a {@code sep=} line, else the most frequent candidate in the header. */
    static CsvSeparator detect(BufferedReader reader) throws IOException {
        reader.mark(2 * MAX_LOOKAHEAD);
        var start = new char[MAX_LOOKAHEAD];
        var length = Math.max(0, reader.read(start));
        reader.reset();
        var text = new String(start, 0, length);
        var declaration = DECLARATION.matcher(text.lines().findFirst().orElse(""));
        if (declaration.matches()) {
            reader.readLine();
            return new CsvSeparator(declaration.group(1).charAt(0), 1);
        }
        return new CsvSeparator(
                List.of(',', ';', '\t').stream()
                        .max((a, b) -> Long.compare(count(text, a), count(text, b)))
                        .filter(separator -> count(text, separator) > 0)
                        .orElse(','),
                0);
    }

    /** Counts a separator in the header, outside of quoted cells, which may contain line breaks. */
    private static long count(String text, char separator) {
        var count = 0;
        var quoted = false;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && at > 0) {
                return count;
            } else if (!quoted && c == separator) {
                count++;
            }
        }
        return count;
    }
}
