package io.rapport.web.list;

import static io.rapport.web.SampleService.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;

/** Lists as files over HTTP. */
class CsvListIT extends WebTestBase {

    private static final String THINGS = SHOES + "/things";

    @Test
    void aListIsAFileWithAllItsPagesForThoseThatAcceptCsv() {
        var file = http().send("GET", THINGS, "", "Authorization", "Bearer " + READER, "Accept", "text/csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"things.csv\"");
        assertThat(file.header("ETag")).isEmpty();
        var lines = file.body().split("\r\n");
        assertThat(lines).hasSize(61);
        assertThat(lines[0]).isEqualTo("\"name\",\"at\",\"kind\"");
        assertThat(lines[60]).isEqualTo("\"59\",\"2026-03-01T12:00:00Z\",\"VISIT\"");
        var some = http().send(
                        "GET",
                        THINGS + "?limit=7",
                        "",
                        "Authorization",
                        "Bearer " + READER,
                        "Accept",
                        "text/csv;q=0.9, a/b");
        assertThat(some.body().split("\r\n")).hasSize(61);
    }

    @Test
    void everyoneElseGetsJson() {
        for (var accept : new String[] {"*/*", "application/json, text/csv;q=0.5", "text/*;q=0.1, application/*"}) {
            var page = http().send("GET", THINGS, "", "Authorization", "Bearer " + READER, "Accept", accept);
            assertThat(page.header("Content-Type")).as(accept).startsWith("application/json");
        }
    }

    @Test
    void whatIsNoListIsNotAvailableAsAFile() {
        var answer =
                http().send("GET", SHOES + "/written", "", "Authorization", "Bearer " + READER, "Accept", "text/csv");
        assertThat(answer.body()).doesNotContain("\"name\"");
    }
}
