package io.rapport.report.month.document;

import io.rapport.report.month.view.MonthView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** Writes a month as an Excel workbook with the rows of the CSV file. Every cell is a text, never a formula. */
public final class MonthXlsxWriter {

    private static final int MAX_CELL = 32_767;

    /** What XML 1.0 does not allow, and characters that change the order in which others are shown. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\p{Cs}\\uFFFE\\uFFFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private MonthXlsxWriter() {}

    /** The workbook as a file. */
    public static byte[] write(MonthView month) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Rapport", "1.0")) {
            var sheet = workbook.newWorksheet(month.month().toString());
            var rows = MonthTable.of(month).rows();
            for (var row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (var column = 0; column < cells.length; column++) {
                    var text = cells[column];
                    if (text != null && !text.isEmpty()) {
                        sheet.inlineString(row, column, cell(text));
                    }
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String cell(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        return visible.length() <= MAX_CELL ? visible : visible.substring(0, MAX_CELL);
    }
}
