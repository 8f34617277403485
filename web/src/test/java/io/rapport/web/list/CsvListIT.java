package io.rapport.web.list;

import static io.rapport.web.SampleService.ADMINISTRATOR;
import static io.rapport.web.SampleService.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.web.WebTestBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Lists as files over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
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

    /** The file has no end: the request is only finished because its client is gone. */
    @Test
    void aClientThatLeavesEndsItsFileWithoutAnError(CapturedOutput log) throws IOException {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), http().port())) {
            client.getOutputStream()
                    .write(
                            "GET %s/endless HTTP/1.1\r\nHost: rapport\r\nAuthorization: Bearer %s\r\nAccept: text/csv\r\n\r\n"
                                    .formatted(SHOES, READER)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().readNBytes(1 << 20))
                    .startsWith("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
        }

        await().until(() -> http().get("/actuator/prometheus", ADMINISTRATOR)
                .body()
                .lines()
                .anyMatch(
                        line -> line.startsWith("http_server_requests_seconds_count") && line.contains("/endless\"")));
        // Names of security filters, which another test logs, contain "Exception".
        assertThat(log).doesNotContain(" ERROR ", "\tat ");
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
