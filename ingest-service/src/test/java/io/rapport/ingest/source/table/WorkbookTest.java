package io.rapport.ingest.source.table;

import static io.rapport.ingest.source.table.WorkbookSamples.number;
import static io.rapport.ingest.source.table.WorkbookSamples.row;
import static io.rapport.ingest.source.table.WorkbookSamples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {

    private static final TableFormat FORMAT = new TableFormat(false, 100, Set.of("id", "name")::contains, null);
    private static final String HEADER = row(2, text("A2", "id"), text("B2", "name"));

    private static TableFile open(byte[] bytes) throws IOException {
        return TableFile.openWorkbook(new ByteArrayInputStream(bytes), FORMAT);
    }

    private static String idOf(String value, int style) throws IOException {
        try (var file =
                open(WorkbookSamples.workbook(HEADER + row(3, number("A3", value, style), text("B3", "Ann"))))) {
            return String.valueOf(file.next().fields().get("id"));
        }
    }

    @Test
    void readsTheFirstSheetWithContentBelowItsTitle() throws IOException {
        var list = row(1, text("A1", "Our clients"))
                + HEADER
                + row(3, number("A3", "17", 0), text("B3", "Ann &amp; Åse"))
                + row(5, number("A5", "18", 0), text("B5", "Bo"));

        try (var file = open(WorkbookSamples.workbook("", list, row(1, text("A1", "more"))))) {
            assertThat(file.next()).satisfies(first -> {
                assertThat(first.index()).isEqualTo(3);
                assertThat(first.fields()).isEqualTo(Map.of("id", "17", "name", "Ann & Åse"));
            });
            assertThat(file.next().index()).isEqualTo(5);
            assertThat(file.hasNext()).isFalse();
            assertThat(file.notes()).extracting(TableNote::message).anyMatch(note -> note.contains("2 sheets"));
            assertThat(file.notes()).extracting(TableNote::line).containsExactly(1, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "17, 0, 17",
        "4791122009, 0, 4791122009",
        "4791122009.0, 0, 4791122009",
        "1.5, 0, 1.5",
        "0.30000000000000004, 0, 0.3",
        "4.791122009E9, 0, 4791122009",
        "46143, 1, 2026-05-01",
        "46143.5, 2, 2026-05-01T12:00",
        "1E3, 0, 1000",
        "-2, 0, -2"
    })
    void writesNumbersAndDatesAsText(String value, int style, String expected) throws IOException {
        assertThat(idOf(value, style)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        for (var content : List.of("id,name\n1,Ann\n", "PK\u0003\u0004 broken", "")) {
            assertThatThrownBy(() -> open(content.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOfAny(MalformedFileException.class, UnsupportedFileException.class);
        }
    }
}
