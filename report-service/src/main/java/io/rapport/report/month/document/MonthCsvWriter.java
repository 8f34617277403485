package io.rapport.report.month.document;

import io.rapport.report.month.document.MonthSection.MonthRow;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.CsvRow;
import java.util.ArrayList;
import java.util.Objects;

/** Writes a month as CSV (RFC 4180): one row for each line of a list, each sentence and each figure. */
public final class MonthCsvWriter {

    private MonthCsvWriter() {}

    public static String write(MonthView month) {
        var rows = new ArrayList<String>();
        rows.add(CsvRow.of("list", "person", "name", "reason", "since", "words", "link"));
        month.summary().forEach(sentence -> rows.add(CsvRow.of("summary", null, null, sentence, null, null, null)));
        MonthSections.of(month).forEach(section -> section.rows().forEach(line -> rows.add(row(section.id(), line))));
        MonthFigureRow.of(month).forEach(figure -> rows.add(figure(figure)));
        return String.join("\r\n", rows) + "\r\n";
    }

    private static String row(String list, MonthRow line) {
        return CsvRow.of(
                list,
                Objects.toString(line.person(), null),
                line.name(),
                line.reason(),
                line.since(),
                line.words(),
                line.link());
    }

    private static String figure(MonthFigureRow figure) {
        return CsvRow.of(
                "figures",
                null,
                figure.label(),
                figure.now() + " (the month before: " + figure.before() + ")",
                null,
                null,
                null);
    }
}
