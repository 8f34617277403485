package io.rapport.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowSplitterTest {

    private static List<InputRow> rows(String body) {
        return JsonRowSplitter.split(body.getBytes(StandardCharsets.UTF_8));
    }

    private static InputRejectedException rejected(InputRow row) {
        return catchThrowableOfType(InputRejectedException.class, row::fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},{\"a\":\"é\"}]",
                " \n [ {\"a\":1} ,\n {\"a\":\"é\"} ]\n",
                "{\"a\":1}\n{\"a\":\"é\"}",
                "{\"a\":1}\r\n\r\n{\"a\":\"é\"}\r\n",
                "\uFEFF{\"a\":1}\n{\"a\":\"é\"}\n",
                "\uFEFF[{\"a\":1},{\"a\":\"é\"}]"
            })
    void splitsEveryFormatIntoTheSameRows(String body) {
        var rows = rows(body);

        assertThat(rows).extracting(InputRow::index).containsExactly(0, 1);
        assertThat(rows.get(0).fields()).isEqualTo(Map.of("a", 1));
        assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", "é"));
        assertThat(rows).extracting(row -> row.raw().strip()).containsExactly("{\"a\":1}", "{\"a\":\"é\"}");
    }

    @Test
    void aSingleObjectMaySpanSeveralLines() {
        assertThat(rows("{\n  \"a\": 1\n}\n"))
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).isEqualTo(Map.of("a", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "[]", " [ ] "})
    void anEmptyBodyHasNoRows(String body) {
        assertThat(rows(body)).isEmpty();
    }

    @Test
    void rejectsOnlyTheMalformedLineOfNdjson() {
        var rows = rows("{\"a\":1}\n{\"a\":\n{\"a\":1} x\n7\nnull\n{\"a\":3}");

        assertThat(rows).hasSize(6);
        for (var broken : List.of(1, 2, 3, 4)) {
            assertThat(rejected(rows.get(broken)).code()).isEqualTo(RejectionCode.UNPARSEABLE);
        }
        assertThat(rejected(rows.get(1)).message()).contains("not valid JSON (line 1, column");
        assertThat(rejected(rows.get(3)).message()).isEqualTo("The row is not a JSON object.");
        assertThat(rows.get(5).fields()).isEqualTo(Map.of("a", 3));
    }

    @Test
    void anIncompleteFirstLineDoesNotAffectOtherLines() {
        var rows = rows("{\"a\":1,\n{\"a\":2}\n{\"a\":3}\n");

        assertThat(rejected(rows.get(0)).code()).isEqualTo(RejectionCode.UNPARSEABLE);
        assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", 2));
        assertThat(rows).hasSize(3);
    }

    @Test
    void rejectsElementsThatAreNotObjects() {
        var rows = rows("[7, \"seven\", null, [1, {}], {\"a\":1}]");

        assertThat(rows)
                .extracting(row -> row.raw().strip())
                .containsExactly("7", "\"seven\"", "null", "[1, {}]", "{\"a\":1}");
        assertThat(rows.subList(0, 4))
                .allSatisfy(row -> assertThat(rejected(row).message()).isEqualTo("The row is not a JSON object."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},", "[{\"a\":1}", "[{\"a\":1}{\"a\":2}]", "[{\"a\":1}] x", "[{\"a\":}]", "["})
    void rejectsAMalformedArrayAsAWhole(String body) {
        var broken = catchThrowableOfType(MalformedArrayException.class, () -> rows(body));

        assertThat(broken.line()).isOne();
        assertThat(broken.column()).isPositive();
        assertThat(broken.getMessage()).isNotBlank().doesNotContain("tools.jackson", "StreamReadConstraints");
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        var deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(rejected(rows(deep).get(0)).message()).contains("deeper than 64 levels");
        assertThat(catchThrowableOfType(MalformedArrayException.class, () -> rows("[" + deep + "]")))
                .hasMessageContaining("deeper than 64 levels")
                .satisfies(broken -> assertThat(broken.column()).isGreaterThan(64));
        assertThat(catchThrowableOfType(MalformedArrayException.class, () -> rows("[".repeat(10_000))))
                .isNotNull();
    }

    @Test
    void rejectsARowOfMoreThan256Kib() {
        var rows = rows("[{\"a\":\"" + "x".repeat(InputRow.MAX_BYTES) + "\"},{\"a\":1}]");

        assertThat(rejected(rows.get(0)).code()).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void readsExactAmountsAndRejectsNotANumber() {
        assertThat(rows("{\"a\":19.90}").get(0).fields()).isEqualTo(Map.of("a", new BigDecimal("19.90")));
        assertThat(rejected(rows("{\"a\":NaN}").get(0)).code()).isEqualTo(RejectionCode.UNPARSEABLE);
    }

    @Test
    void rejectsMalformedUtf8AndKeepsTheRawText() {
        var row = JsonRowSplitter.split(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
                .get(0);

        assertThat(rejected(row).code()).isEqualTo(RejectionCode.UNPARSEABLE);
        assertThat(row.raw()).contains("\uFFFD");
    }
}
