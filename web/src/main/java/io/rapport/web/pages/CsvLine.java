package io.rapport.web.pages;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of CSV as the product writes it (RFC 4180), and the one place where it does. What somebody wrote must not run as
 * a formula in the spreadsheet of somebody else: a text that begins with {@code = + - @}, a tab or a carriage return gets
 * an apostrophe before it, as OWASP advises against CSV injection. Numbers are written as they are.
 */
public final class CsvLine {

    private static final String STARTS_FORMULA = "=+-@\t\r";
    private static final String FULL_WIDTH = "＝＋－＠";

    private CsvLine() {}

    /** A line with its end; null is an empty cell. */
    public static String of(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
        }
        return quoted(harmless(cell.toString()));
    }

    private static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var first = text.charAt(0);
        return STARTS_FORMULA.indexOf(first) >= 0 || FULL_WIDTH.indexOf(first) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        var plain =
                text.chars().noneMatch(c -> c == ',' || c == ';' || c == '\t' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
