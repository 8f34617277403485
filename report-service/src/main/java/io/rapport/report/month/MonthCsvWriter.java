package io.rapport.report.month;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the lists of a month as CSV (RFC 4180): one row for each line. */
final class MonthCsvWriter {

    /** A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it text. */
    private static final String FORMULA = "=+-@\t\r";

    private MonthCsvWriter() {}

    static String write(MonthView month) {
        var rows = new ArrayList<String>();
        rows.add(row("list", "person", "name", "reason", "since", "words", "link"));
        var people = month.people();
        add(rows, "attention", people.attention());
        add(rows, "cameBack", people.cameBack());
        add(rows, "wentQuiet", people.wentQuiet());
        add(rows, "deservesThanks", people.deservesThanks());
        add(rows, "thanked", people.thanked());
        add(rows, "owed", people.owed());
        add(rows, "advocates", people.advocates());
        add(rows, "clients", month.clients().stream().map(MonthClient::line).toList());
        add(rows, "notifications", month.notifications().people());
        return String.join("\r\n", rows) + "\r\n";
    }

    private static void add(List<String> rows, String list, List<MonthPerson> people) {
        people.forEach(each -> rows.add(row(
                list,
                each.person().toString(),
                each.name(),
                each.reason(),
                Objects.toString(each.since(), ""),
                each.words(),
                each.link())));
    }

    private static String row(@Nullable String... cells) {
        return Arrays.stream(cells).map(MonthCsvWriter::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var safe = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
