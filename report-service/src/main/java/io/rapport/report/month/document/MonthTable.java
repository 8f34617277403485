package io.rapport.report.month.document;

import io.rapport.report.month.document.MonthSection.MonthRow;
import io.rapport.report.month.view.MonthView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A month as rows of cells, for files: one row for each line of a list, each sentence and each figure. */
record MonthTable(List<@Nullable String[]> rows) {

    /** The rows of a month, the first one with the names of the columns. */
    static MonthTable of(MonthView month) {
        var rows = new ArrayList<@Nullable String[]>();
        rows.add(row("list", "person", "name", "reason", "since", "words", "link"));
        month.summary().forEach(sentence -> rows.add(row("summary", null, null, sentence, null, null, null)));
        MonthSections.of(month).forEach(section -> section.rows().forEach(line -> rows.add(line(section.id(), line))));
        MonthFigureRow.of(month).forEach(figure -> rows.add(figure(figure)));
        return new MonthTable(rows);
    }

    private static @Nullable String[] line(String list, MonthRow line) {
        return row(
                list,
                Objects.toString(line.person(), null),
                line.name(),
                line.reason(),
                line.since(),
                line.words(),
                line.link());
    }

    private static @Nullable String[] figure(MonthFigureRow figure) {
        return row(
                "figures",
                null,
                figure.label(),
                figure.now() + " (the month before: " + figure.before() + ")",
                null,
                null,
                null);
    }

    private static @Nullable String[] row(@Nullable String... cells) {
        return cells;
    }
}
