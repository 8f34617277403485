package io.rapport.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.table.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowFileTest {

    private static List<InputRow> rows(String text) throws IOException {
        var rows = new ArrayList<InputRow>();
        try (var file = JsonRowFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000)) {
            file.forEachRemaining(rows::add);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\": {\"b\": 1}}, {\"a\": {\"b\": 2}}]",
                "\uFEFF \n[ {\"a\":{\"b\":1}} ,\n{\"a\":{\"b\":2}}\n]\n",
                "{\"a\": {\"b\": 1}}\n{\"a\": {\"b\": 2}}",
                "\n{\"a\": {\"b\": 1}}\r\n\r\n{\"a\": {\"b\": 2}}\n",
                "window.YTD.tweets.part0 = [ {\"a\": {\"b\": 1}}, {\"a\": {\"b\": 2}} ]",
                "window.YTD.tweet.part12=[{\"a\":{\"b\":1}},{\"a\":{\"b\":2}}];",
                "var rows = [{\"a\": {\"b\": 1}}, {\"a\": {\"b\": 2}}];",
                "const rows =\n[{\"a\": {\"b\": \"1\"}}, {\"a\": {\"b\": \"2\"}}]"
            })
    void readsArraysLinesAndAssignments(String text) throws IOException {
        assertThat(rows(text))
                .extracting(InputRow::index, row -> row.fields().get("a.b"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "1"), org.assertj.core.groups.Tuple.tuple(2, "2"));
    }

    @Test
    void flattensObjectsAndLists() throws IOException {
        var row =
                rows("[{\"a\": [1, 2], \"b\": [{\"c\": true}, {\"c\": null}], \"p\": [{\"key\": \"term\", \"value\": {\"s\": \"x\"}}], \"n\": 1772443200123456, \"d\": 44.50, \"e\": []}]")
                        .get(0);

        assertThat(row.fields())
                .isEqualTo(Map.of(
                        "a", "1|2",
                        "b.0.c", "true",
                        "p.term.key", "term",
                        "p.term.value.s", "x",
                        "n", "1772443200123456",
                        "d", "44.50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "id,name\n1,Ann\n",
                "\"text\"",
                "42",
                "window.YTD.account.part0 = 1",
                "[{\"a\": 1}",
                "[{\"a\": 1}, {\"b\"",
                "[{\"a\": }]",
                "[{\"a\": 1} {\"a\": 2}]",
                "[1e]"
            })
    void refusesWhatIsNoCompleteJson(String text) {
        assertThatThrownBy(() -> rows(text)).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void rejectsOnlyTheElementThatIsNoObjectOrTooLarge() throws IOException {
        var large = "{\"a\": [" + "\"" + "x".repeat(1_000) + "\",".repeat(1) + "1]}";
        var huge = "{\"a\": \"" + "x".repeat(InputRow.MAX_BYTES) + "\"}";
        for (var text : List.of(
                "[{\"a\": 1}, 7, " + huge + ", " + large + "]", "{\"a\": 1}\nno json\n" + huge + "\n" + large + "\n")) {
            var rows = rows(text);

            assertThat(rows).hasSize(4);
            assertThat(rows.get(0).fields()).isNotEmpty();
            assertThatThrownBy(() -> rows.get(1).fields()).isInstanceOf(InputRejectedException.class);
            assertThatThrownBy(() -> rows.get(2).fields()).hasMessageContaining("maximum");
            assertThat(rows.get(3).fields()).isNotEmpty();
        }
    }

    @Test
    void theHeaderHasTheNamesOfTheFirstRowsAndTheyAreReturnedAgain() throws IOException {
        var in = new ByteArrayInputStream("[{\"a\": 1}, {\"b\": 2}, {\"a\": 3}]".getBytes(StandardCharsets.UTF_8));
        try (var file = JsonRowFile.open(in, 10)) {
            assertThat(file.header()).containsExactly("a", "b");
            assertThat(file.sample(2)).hasSize(2);
            var rows = new ArrayList<InputRow>();
            file.forEachRemaining(rows::add);
            assertThat(rows).extracting(InputRow::index).containsExactly(1, 2, 3);
        }
    }

    @Test
    void refusesTooManyRows() {
        var in = new ByteArrayInputStream("[{},{},{}]".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> JsonRowFile.open(in, 2)).hasMessageContaining("more than 2 rows");
    }

    @Test
    void linesOfEveryLengthAreReadWhole() throws IOException {
        var lengths = List.of(1, 65_000, 65_536, 65_537, 131_072, InputRow.MAX_BYTES - 8, 3);
        var text = new StringBuilder();
        lengths.forEach(
                length -> text.append("{\"a\":\"").append("x".repeat(length)).append("\"}\n \u3000\n"));

        assertThat(rows(text.toString()))
                .extracting(row -> String.valueOf(row.fields().get("a")).length())
                .containsExactlyElementsOf(lengths);
    }
}
