package io.rapport.web.request;

import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.WebTestBase;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are limited to 1 MB, declared or not, except where a controller method reads a stream. */
class BodyLimitIT extends WebTestBase {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void aBodyUpToTheLimitIsRead() {
        assertThat(post("/things", box(MEGABYTE)).status()).isEqualTo(200);
    }

    @Test
    void aDeclaredBodyBeyondTheLimitIsRefused() {
        var answer = post("/things", box(MEGABYTE + 1));

        assertProblem(answer, 413, "payload-too-large");
        assertThat(answer.json().get("maxBytes").asInt()).isEqualTo(MEGABYTE);
    }

    @Test
    void aChunkedBodyBeyondTheLimitIsRefused() {
        assertThat(chunked("/things", "application/json", box(MEGABYTE + 1))).startsWith("HTTP/1.1 413");
        assertThat(chunked("/things", "application/json", box(MEGABYTE))).startsWith("HTTP/1.1 200");
    }

    @Test
    void theSenderOfALargeImageReceivesTheRefusal() {
        var image = box(20 * MEGABYTE);
        assertProblem(post("/things", image), 413, "payload-too-large");
        assertThat(chunked("/things", "application/json", image)).startsWith("HTTP/1.1 413");
        assertProblem(
                http().send(
                                "POST",
                                SHOES + "/form",
                                "sort=" + "x".repeat(20 * MEGABYTE),
                                "Authorization",
                                "Bearer " + AGENCY_ADMIN,
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                413,
                "payload-too-large");
        assertThat(http().send("POST", SHOES + "/things", image).status()).isEqualTo(401);
    }

    @Test
    void theServerStopsReadingAnEndlessBody() {
        var written = new AtomicInteger();
        new RawHttpClient(port()).send(head("/things", "application/json"), out -> {
            out.write("10000000\r\n\"".getBytes(StandardCharsets.US_ASCII));
            while (written.get() < 128 * MEGABYTE) {
                out.write(new byte[MEGABYTE / 4]);
                written.addAndGet(MEGABYTE / 4);
            }
        });

        assertThat(written.get()).isLessThan(64 * MEGABYTE);
    }

    @Test
    void aFormBeyondTheLimitIsRefused() {
        var answer = http().send(
                        "POST",
                        SHOES + "/form",
                        "sort=" + "x".repeat(MEGABYTE),
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertProblem(answer, 413, "payload-too-large");
        assertThat(chunked("/form", "application/x-www-form-urlencoded", "sort=" + "x".repeat(MEGABYTE)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aStreamedBodyHasNoLimit() {
        assertThat(post("/stream", "x".repeat(3 * MEGABYTE)).body()).isEqualTo(String.valueOf(3 * MEGABYTE));
    }

    @Test
    void aStreamedFormIsReadAsItWasSent() {
        var form = "application/x-www-form-urlencoded";
        assertThat(chunked("/stream", form, "sort=%zz"))
                .startsWith("HTTP/1.1 200")
                .contains("8");
        assertThat(chunked("/stream?sort=%zz", form, "sort=a")).startsWith("HTTP/1.1 400");
        assertThat(chunked("/stream?sort=a", form, "")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/unknown", "/v1/agencies/acme/brands/shoes/rejected"})
    void aLargeBodyIsNotReadWhereNoneIsExpected(String path) {
        var answer = http().send("POST", path, "x".repeat(MEGABYTE), "Authorization", "Bearer " + AGENCY_ADMIN);

        assertThat(answer.status()).isIn(404, 405);
    }

    @Test
    void tooManyValuesAreRefused() {
        var answer = post("/things", "{\"other\":[" + "1,".repeat(200_000) + "1]}");

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.json().get("detail").asString()).contains("too many values");
    }

    @Test
    void aLargeHeaderIsRefused() {
        var answer = http().send(
                        "GET",
                        SHOES + "/things",
                        "",
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "X-Large",
                        "x".repeat(9 << 10));

        assertThat(answer.status()).isIn(400, 431);
    }

    private HttpTestClient.Answer post(String path, String body) {
        return http().send(
                        "POST",
                        SHOES + path,
                        body,
                        "Authorization",
                        "Bearer " + AGENCY_ADMIN,
                        "Content-Type",
                        "application/json");
    }

    private String chunked(String path, String type, String body) {
        return new RawHttpClient(port()).send(head(path, type), out -> {
            out.write((Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        });
    }

    private static String head(String path, String type) {
        return "POST " + SHOES + path + " HTTP/1.1\r\nAuthorization: Bearer " + AGENCY_ADMIN + "\r\nContent-Type: "
                + type + "\r\nTransfer-Encoding: chunked\r\n";
    }

    private int port() {
        return http().port();
    }

    /** JSON of the given length. */
    private static String box(int length) {
        var empty = "{\"other\":\"\",\"things\":[]}";
        return empty.replace(":\"\"", ":\"" + "x".repeat(length - empty.length()) + "\"");
    }
}
