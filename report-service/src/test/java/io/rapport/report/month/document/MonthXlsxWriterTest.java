package io.rapport.report.month.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.month.view.MonthPerson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class MonthXlsxWriterTest {

    private static final UUID ADA = new UUID(1, 2);

    @Test
    void theSheetHasTheRowsOfTheTableAsTexts() throws IOException {
        var line = new MonthPerson(
                ADA,
                "=HYPERLINK(\"http://evil.example\")",
                "+1, \u0007since May.",
                LocalDate.of(2025, 5, 1),
                "a\nb\uFFFF",
                "/p");
        var long40k = new MonthPerson(ADA, "x".repeat(40_000), "@a", null, null, "/p");
        var month = MonthFixture.quiet(List.of(line, long40k));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(MonthXlsxWriter.write(month)))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(MonthTable.of(month).rows());
            assertThat(rows.get(0).getCellText(2)).isEqualTo("name");
            var found = rows.stream()
                    .filter(row -> row.getCellText(2).startsWith("="))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.getCell(2).getType()).isEqualTo(CellType.STRING);
            assertThat(found.getCell(2).getFormula()).isNull();
            assertThat(found.getCellText(2)).isEqualTo("=HYPERLINK(\"http://evil.example\")");
            assertThat(found.getCellText(3)).isEqualTo("+1, since May.");
            assertThat(found.getCellText(5)).isEqualTo("a\nb");
            assertThat(rows).anyMatch(row -> row.getCellText(2).length() == 32_767);
        }
    }
}
