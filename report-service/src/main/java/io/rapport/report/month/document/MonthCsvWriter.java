package io.rapport.report.month.document;

import io.rapport.report.month.view.MonthView;
import io.rapport.web.list.CsvRow;
import java.util.stream.Collectors;

/** Writes a month as CSV (RFC 4180). */
public final class MonthCsvWriter {

    private MonthCsvWriter() {}

    /** The rows of the month as a file. */
    public static String write(MonthView month) {
        return MonthTable.of(month).rows().stream()
                .map(row -> CsvRow.of(row) + "\r\n")
                .collect(Collectors.joining());
    }
}
