package io.rapport.ingest.source.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What parts the cells of a file.
 *
 * @param character comma, semicolon or tab
 * @param headerOffset how many lines said so before the header: one that begins with {@code sep=}, or none
 */
record CsvSeparator(char character, int headerOffset) {

    /** How far a file may be looked into, in characters. */
    static final int MAX_LOOKAHEAD = 32 << 10;

    private static final Pattern DECLARATION = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** Reads the line that says it, if there is one; else looks at the header, for which the header has most of. */
    static CsvSeparator detect(BufferedReader reader) throws IOException {
        reader.mark(2 * MAX_LOOKAHEAD);
        var start = new char[MAX_LOOKAHEAD];
        var length = Math.max(0, reader.read(start));
        reader.reset();
        var text = new String(start, 0, length);
        var said = DECLARATION.matcher(text.lines().findFirst().orElse(""));
        if (said.matches()) {
            reader.readLine();
            return new CsvSeparator(said.group(1).charAt(0), 1);
        }
        return new CsvSeparator(
                List.of(',', ';', '\t').stream()
                        .max((a, b) -> Long.compare(count(text, a), count(text, b)))
                        .filter(separator -> count(text, separator) > 0)
                        .orElse(','),
                0);
    }

    /** Those in the first line that are not inside of quotes, which may hold line breaks. */
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
