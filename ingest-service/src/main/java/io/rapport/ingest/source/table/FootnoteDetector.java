package io.rapport.ingest.source.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises lines that belong to the layout of a file and not to its table: totals, row counts and notes below it. */
final class FootnoteDetector {

    private static final Pattern TOTAL = Pattern.compile(
            "(?:(?:grand |sub-?)?total|sum|totalt|i alt|sum totalt|summa|summe|gesamt|gesamtsumme|insgesamt|celkem|razem)"
                    + "(?:\\s*[:=].*|\\s+\\(?\\d[\\d.,\\s]*\\)?|\\s+(?:rows?|records?|contacts?|customers?|clients?|count)\\b.*)?");
    private static final Pattern COUNT = Pattern.compile(
            "[(\\[]?\\d[\\d.,\\s]*\\s?(?:rows?|records?|results?|entries|contacts?|customers?|clients?|lines?|rader|"
                    + "raekker|r\u00E6kker|poster|zeilen|eintr\u00E4ge|datens\u00E4tze)\\b.*");
    private static final Pattern NOTE = Pattern.compile(
            "(?:\\*+|\u00A9|\\(c\\)|--+|==+|__+|#+\\s).*|(?:note|notes|source|generated|exported|created|printed|downloaded|report|"
                    + "page|end of|eof|last updated|confidential|copyright|prepared by|data as of|as of|query|merknad|kilde|"
                    + "eksportert|udskrevet|quelle|erstellt|exportiert|hinweis|stand|seite)\\b.*");
    private static final Pattern RULE = Pattern.compile("[|:\\s]*-{2,}[-+|:\\s]*");

    private FootnoteDetector() {}

    /**
     * Whether a line may be a note below the table: a total, or a single cell with the words of a note. It is one only if
     * no row follows.
     *
     * @param columns the number of columns of the table
     */
    static boolean mayBeFootnote(TableRecord line, int columns) {
        var first = line.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (TOTAL.matcher(first).matches()) {
            return line.filled() < columns || columns == 1;
        }
        return columns > 1
                && line.filled() == 1
                && (COUNT.matcher(first).matches() || NOTE.matcher(first).matches());
    }

    /** Whether a line only draws a rule below the header, as text reports do. */
    static boolean isRule(TableRecord line) {
        return line.filled() > 0
                && line.cells().stream()
                        .allMatch(cell -> cell.isBlank() || RULE.matcher(cell).matches());
    }

    /** Whether a line repeats the header, as in files that were put together. */
    static boolean repeatsHeader(TableRecord line, List<String> header) {
        return line.cells().stream().map(String::strip).toList().equals(header);
    }
}
