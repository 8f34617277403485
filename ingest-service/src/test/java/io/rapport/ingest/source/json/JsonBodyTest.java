package io.rapport.ingest.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static final String LINES = "\uFEFF\n{\"a\":1}\r\n \n{\"a\":\n{\"a\":\"é\"}\n\n";

    private static JsonBody open(String body, int maxWhole) throws IOException {
        return JsonBody.open(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), maxWhole);
    }

    private static List<InputRow> rows(String body, int maxWhole) throws IOException {
        var rows = new ArrayList<InputRow>();
        open(body, maxWhole).forEachRemaining(rows::add);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 37, 38, 39, 1_000})
    void aStreamOfLinesHasTheRowsOfABodyInMemory(int maxWhole) throws IOException {
        var rows = rows(LINES, maxWhole);

        assertThat(rows).extracting(InputRow::index).containsExactly(0, 1, 2);
        assertThat(rows).extracting(row -> row.raw().strip()).containsExactly("{\"a\":1}", "{\"a\":", "{\"a\":\"é\"}");
        assertThat(rows.get(2).fields()).isEqualTo(Map.of("a", "é"));
        assertThatThrownBy(() -> rows.get(1).fields()).isInstanceOf(InputRejectedException.class);
    }

    @Test
    void onlyAsMuchAsTheMaximumIsReadBeforeTheFirstRow() throws IOException {
        var read = new int[1];
        var endless = new java.io.InputStream() {
            @Override
            public int read() {
                return read[0]++ % 3 == 2 ? '\n' : '7';
            }
        };

        var rows = JsonBody.open(endless, 3_000);
        for (var row = 0; row < 200_000; row++) {
            assertThat(rows.next().index()).isEqualTo(row);
        }

        assertThat(read[0]).isBetween(600_000, 800_000);
    }

    @Test
    void anArrayBeyondTheMaximumIsRefused() throws IOException {
        assertThat(open("[{\"a\":1},{\"a\":2}]", 17).arraySize()).isEqualTo(2);
        assertThatThrownBy(() -> open("[{\"a\":1},{\"a\":2}]", 16)).isInstanceOf(JsonBody.BodyTooLongException.class);
        assertThatThrownBy(() -> open("[{\"a\":1},{\"a\":2", 100)).isInstanceOf(MalformedArrayException.class);
    }

    @Test
    void anObjectMaySpanSeveralLinesWithinTheMaximum() throws IOException {
        assertThat(rows("{\n \"a\": 1\n}", 100))
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).isEqualTo(Map.of("a", 1)));
    }

    @Test
    void aLineOfMoreThan256KibIsRejectedAndTheNextOneIsRead() throws IOException {
        var rows = rows("{\"a\":\"" + "x".repeat(InputRow.MAX_BYTES) + "\"}\n{\"a\":1}", 1_000);

        assertThatThrownBy(() -> rows.get(0).fields())
                .isInstanceOfSatisfying(
                        InputRejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.TOO_LARGE));
        assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void anEmptyBodyHasNoRows() throws IOException {
        assertThat(rows("", 100)).isEmpty();
        assertThat(rows(" \n \n", 2)).isEmpty();
    }
}
