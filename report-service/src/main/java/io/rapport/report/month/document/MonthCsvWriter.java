package io.rapport.report.month.document;

import io.rapport.report.month.document.MonthSection.MonthRow;
import io.rapport.report.month.view.MonthView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a month as CSV (RFC 4180): one row for each line of a list, each sentence and each figure. */
public final class MonthCsvWriter {

    /** A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it text. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    /** Characters that change the order in which others are shown. */
    private static final Pattern BIDI = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private MonthCsvWriter() {}

    public static String write(MonthView month) {
        var rows = new ArrayList<String>();
        rows.add(row("list", "person", "name", "reason", "since", "words", "link"));
        month.summary().forEach(sentence -> rows.add(row("summary", null, null, sentence, null, null, null)));
        MonthSections.of(month).forEach(section -> section.rows().forEach(line -> rows.add(row(section.id(), line))));
        MonthFigureRow.of(month.figures()).forEach(figure -> rows.add(figure(figure)));
        return String.join("\r\n", rows) + "\r\n";
    }

    private static String row(String list, MonthRow line) {
        return row(
                list,
                Objects.toString(line.person(), null),
                line.name(),
                line.reason(),
                line.since(),
                line.words(),
                line.link());
    }

    private static String figure(MonthFigureRow figure) {
        return row(
                "figures",
                null,
                figure.label(),
                figure.now() + " (the month before: " + figure.before() + ")",
                null,
                null,
                null);
    }

    private static String row(@Nullable String... cells) {
        return Arrays.stream(cells).map(MonthCsvWriter::cell).collect(Collectors.joining(","));
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
