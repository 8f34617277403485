package io.rapport.report.month.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.month.view.MonthPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MonthCsvWriterTest {

    private static final UUID ADA = new UUID(1, 2);

    @Test
    void cellsAreQuotedAndFormulasAreText() {
        var line = new MonthPerson(ADA, "=1+\"2\"", "Silent, since May.", LocalDate.of(2025, 5, 1), "a\nb", "/p");
        assertThat(MonthCsvWriter.write(MonthFixture.quiet(List.of(line))))
                .contains("\"wentQuiet\",\"" + ADA
                        + "\",\"'=1+\"\"2\"\"\",\"Silent, since May.\",\"2025-05-01\",\"a\nb\",\"/p\"\r\n");
    }

    @Test
    void charactersThatReorderOthersAreLeftOut() {
        var line = new MonthPerson(ADA, "a\u202Egnp.exe", "\u2067＝1", null, null, "/p");
        assertThat(MonthCsvWriter.write(MonthFixture.quiet(List.of(line)))).contains("\"agnp.exe\",\"'＝1\"");
    }
}
