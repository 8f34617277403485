package io.rapport.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileReaderTest {

    @TempDir
    Path folder;

    @Test
    void eachNonBlankLineOfNdjsonIsARowWithItsLineNumber() throws Exception {
        var batches = batches("rows.ndjson", "{\"a\":1}\n\n  \n{\"a\":\"it's \\\"2\\\"\"}\n");

        assertThat(batches)
                .containsExactly(
                        new RowBatch(null, List.of("{\"a\":1}", "{\"a\":\"it's \\\"2\\\"\"}"), List.of(1L, 4L)));
        assertThat(batches.get(0).lineOf(2)).isEqualTo(4);
    }

    @Test
    void aQuotedLineBreakStaysInItsRowAndEachBatchHasTheHeader() throws Exception {
        var rows = new StringBuilder("id,text\n1,\"two\nlines, and a \"\"quote\"\"\"\n");
        for (var i = 2; i <= 501; i++) {
            rows.append(i).append(",plain\n");
        }

        var batches = batches("rows.csv", rows.toString());

        assertThat(batches)
                .hasSize(2)
                .allSatisfy(batch -> assertThat(batch.header()).isEqualTo("id,text"));
        assertThat(batches.get(0).rows().get(0)).isEqualTo("1,\"two\nlines, and a \"\"quote\"\"\"");
        assertThat(batches.get(0).rows().get(1)).isEqualTo("2,plain");
        assertThat(batches.get(1).rows()).containsExactly("501,plain");
        assertThat(batches.get(1).text()).isEqualTo("id,text\n501,plain\n");
    }

    @Test
    void aLineOfTheBatchIsMappedToTheLineOfTheFile() {
        var batch = new RowBatch("id,text", List.of("1,\"two\nlines\"", "2,one"), List.of(2L, 4L));

        assertThat(batch.lineOf(2)).isEqualTo(2);
        assertThat(batch.lineOf(3)).isEqualTo(3);
        assertThat(batch.lineOf(4)).isEqualTo(4);
    }

    @Test
    void aFileWithoutRowsHasNoBatch() throws Exception {
        assertThat(batches("rows.csv", "id,text\n")).isEmpty();
        assertThat(batches("rows.ndjson", "")).isEmpty();
    }

    @Test
    void recordsAreSplitAtTheSeparatorOfTheHeader() throws Exception {
        var batches = batches("rows.csv", "id;text\n1;\"a, b\nand; c\"\n2;\"said \"\"no\"\"\"\n");

        assertThat(batches)
                .containsExactly(new RowBatch(
                        "id;text", List.of("1;\"a, b\nand; c\"", "2;\"said \"\"no\"\"\""), List.of(2L, 4L)));
    }

    @Test
    void trailingEmptyFieldsAndShortRowsAreKept() throws Exception {
        assertThat(batches("rows.csv", "a,b,c\n1,,\n2\n").get(0).rows()).containsExactly("1,,", "2");
        assertThat(batches("rows.csv", "a\tb\tc\n1\t\t\n").get(0).rows()).containsExactly("1\t\t");
    }

    @Test
    void aByteOrderMarkIsRemoved() throws Exception {
        assertThat(batches("rows.csv", "\uFEFF\"id\",text\n1,x\n"))
                .containsExactly(new RowBatch("id,text", List.of("1,x"), List.of(2L)));
    }

    @Test
    void anUnclosedQuoteIsOneRowThatTheServerRejects() throws Exception {
        assertThat(batches("rows.csv", "a,b\n1,\"open\n2,x\n").get(0).rows()).hasSize(1);
    }

    private List<RowBatch> batches(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        try (var rows = RowFileReader.open(file)) {
            var batches = new ArrayList<RowBatch>();
            rows.forEachRemaining(batches::add);
            return batches;
        }
    }
}
