package io.rapport.report.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.domain.EmptyFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MonthCsvWriterTest {

    private static final UUID ADA = new UUID(1, 2);

    @Test
    void cellsAreQuotedAndFormulasAreText() {
        var line = new MonthPerson(ADA, "=1+\"2\"", "Silent, since May.", LocalDate.of(2025, 5, 1), "a\nb", "/p");
        var lists = new MonthView.MonthLists(
                List.of(), List.of(), List.of(line), List.of(), List.of(), List.of(), List.of());
        var view = new MonthView(
                "north",
                "acme",
                "Acme",
                YearMonth.of(2025, 5),
                LocalDate.of(2025, 5, 31),
                true,
                30,
                List.of(),
                lists,
                List.of(),
                new MonthView.NotificationSources(null, null, List.of()),
                EmptyFigures.spread(30),
                null,
                List.of(),
                null,
                new MonthView.MonthFigures(EmptyFigures.ror(30), null));
        assertThat(MonthCsvWriter.write(view))
                .endsWith("\"wentQuiet\",\"" + ADA
                        + "\",\"'=1+\"\"2\"\"\",\"Silent, since May.\",\"2025-05-01\",\"a\nb\",\"/p\"\r\n");
    }
}
