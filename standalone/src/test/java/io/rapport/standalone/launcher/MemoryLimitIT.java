package io.rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.messaging.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the memory of the embedded store is full, imports are refused, everything else works, and nothing is lost. */
class MemoryLimitIT {

    private static final String BRAND = "/v1/agencies/full/brands/shop";
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final AtomicInteger PERCENT = new AtomicInteger();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;

    @BeforeAll
    static void start() throws Exception {
        rapport = StandaloneInstallation.start(
                folder.resolve("data"), 0, ExternalServices.none(), line -> {}, () -> PERCENT.get() / 100.0);
        var registration = "{\"name\": \"Shop\", \"timeZone\": \"UTC\", \"clock\": \"EVENT\"}";
        assertThat(send("PUT", ingest(""), JSON, registration).statusCode()).isEqualTo(201);
        await().until(() -> send("GET", report("/people"), JSON, "").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        rapport.close();
    }

    @Test
    void importsAreRefusedWhileTheMemoryIsFullAndNothingIsLost() throws Exception {
        PERCENT.set(89);
        assertThat(send("POST", ingest("/imports/clients"), CSV, "id,name\n1,Ada Moreno\n")
                        .statusCode())
                .isEqualTo(202);
        assertThat(send("POST", ingest("/engagements"), JSON, "[" + comment("1") + "]")
                        .statusCode())
                .isEqualTo(202);

        PERCENT.set(90);
        assertRefused(send("POST", ingest("/imports/clients"), CSV, "id,name\n2,Ben Okafor\n"));
        assertRefused(send("POST", ingest("/engagements"), JSON, "[" + comment("2") + "]"));
        assertRefused(send("POST", ingest("/imports/engagements?source=file"), CSV, engagementFile()));
        await().untilAsserted(() -> assertThat(names()).containsExactlyInAnyOrder("Ada Moreno", "Visitor 1"));
        assertThat(send("POST", ingest("/imports/clients/preview"), CSV, "id,name\n2,Ben Okafor\n")
                        .statusCode())
                .isEqualTo(200);

        PERCENT.set(89);
        assertThat(send("POST", ingest("/imports/clients"), CSV, "id,name\n2,Ben Okafor\n")
                        .statusCode())
                .isEqualTo(202);
        await().untilAsserted(
                        () -> assertThat(names()).containsExactlyInAnyOrder("Ada Moreno", "Visitor 1", "Ben Okafor"));
    }

    @Test
    void anImportIsRefusedBeforeItsFirstByteIsSent() throws IOException {
        PERCENT.set(90);
        var address = URI.create(ingest("/imports/clients"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(headOfAnImport(address).getBytes(StandardCharsets.US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 507");
        }
    }

    @Test
    void everyServiceReportsTheMemory() throws Exception {
        PERCENT.set(72);
        for (var service : services()) {
            assertThat(send("GET", service + "/actuator/prometheus", JSON, "").body())
                    .contains("rapport_memory_used_ratio 0.72");
            assertThat(send("GET", service + "/actuator/health", JSON, "").body())
                    .contains("\"level\":\"LOW\"", "RAPPORT_MONGODB_URI");
            assertThat(send("GET", service + "/actuator/health/readiness", JSON, "")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyPageShowsTheNotice() throws Exception {
        var connection = rapport.connection();
        var brand = "/agencies/full/brands/shop";
        for (var page : List.of(
                connection.report() + "/",
                connection.report() + brand,
                connection.report() + "/sign-in",
                connection.identity() + "/",
                connection.identity() + brand + "/identities",
                connection.identity() + brand + "/reviews")) {
            PERCENT.set(69);
            assertThat(page(page)).as(page).doesNotContain("RAPPORT_MONGODB_URI");
            PERCENT.set(70);
            assertThat(page(page))
                    .as(page)
                    .contains("70 % of the memory of the in-memory store", "RAPPORT_MONGODB_URI");
        }
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(507);
        assertThat(response.body()).contains("urn:rapport:problem:memory-full", "RAPPORT_MONGODB_URI");
    }

    private static List<String> names() throws Exception {
        return Json.mapper()
                .readTree(send("GET", report("/people"), JSON, "").body())
                .path("items")
                .valueStream()
                .map(person -> person.path("name").asString(""))
                .toList();
    }

    private static String page(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + rapport.connection().token())
                .header("Accept", "text/html");
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(url).isEqualTo(200);
        return response.body();
    }

    private static List<String> services() {
        var connection = rapport.connection();
        return List.of(connection.ingest(), connection.identity(), connection.scoring(), connection.report());
    }

    private static String ingest(String path) {
        return rapport.connection().ingest() + BRAND + path;
    }

    private static String report(String path) {
        return rapport.connection().report() + BRAND + path;
    }

    private static HttpResponse<String> send(String method, String url, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + rapport.connection().token())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String headOfAnImport(URI address) {
        return "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer "
                + rapport.connection().token() + "\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n"
                + "Expect: 100-continue\r\n\r\n";
    }

    private static String engagementFile() {
        return "sourceId,occurredAt,channel,kind,direction,actor.id\n3,2026-02-01T10:00:00Z,web,COMMENT,INBOUND,c\n";
    }

    private static String comment(String id) {
        return ("{\"source\": \"test\", \"sourceId\": \"%s\", \"channel\": \"web\", \"kind\": \"COMMENT\","
                        + " \"direction\": \"INBOUND\", \"occurredAt\": \"2026-02-01T10:00:00Z\","
                        + " \"actor\": {\"id\": \"a%s\", \"displayName\": \"Visitor %s\"}}")
                .formatted(id, id, id);
    }
}
