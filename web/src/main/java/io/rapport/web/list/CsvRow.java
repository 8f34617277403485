package io.rapport.web.list;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180) that a spreadsheet can open without running anything. */
public final class CsvRow {

    /** A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it text. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    /** Characters that change the order in which others are shown. */
    private static final Pattern BIDI = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private CsvRow() {}

    /** A row without its line break; null cells are empty. */
    public static String of(@Nullable String... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(","));
    }

    /** The text of a cell that is read back: without the apostrophe that {@link #of} writes before a formula. */
    public static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var visible = BIDI.matcher(text).replaceAll("");
        var safe = visible.isEmpty() || FORMULA.indexOf(visible.charAt(0)) < 0 ? visible : "'" + visible;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
