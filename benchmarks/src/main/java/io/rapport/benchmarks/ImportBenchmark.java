package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.benchmarks.process.StateFolderSizes;
import io.rapport.contracts.Topic;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.cli.RapportCommandLine;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import tools.jackson.databind.JsonNode;

/**
 * Imports a client list into an installation of {@code rapport up} in a process of its own, in which there are handles that are
 * spelt like the clients, and prints the rows that identity has matched over time, with the CPU of the whole process per row. At
 * the end a match run over the brand waits for all of them.
 */
final class ImportBenchmark {

    private static final String BRAND = "/v1/agencies/bench/brands/import";
    private static final int PORTS = 28_080;
    private static final int BODY = 500;
    private static final int UNAVAILABLE = 503;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofMinutes(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConnectionInfo connection;
    private final MeasuredProcess installation;
    private final Admin admin;

    private ImportBenchmark(ConnectionInfo connection, MeasuredProcess installation, Admin admin) {
        this.connection = connection;
        this.installation = installation;
        this.admin = admin;
    }

    /** Arguments {@code [CLIENTS [HANDLES [HEAP]]]}; the default is 50 000, 10 000 and 4g. */
    public static void main(String[] arguments) throws Exception {
        var clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        var handles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var heap = "-Xmx" + (arguments.length > 2 ? arguments[2] : "4g");
        var folder = Files.createTempDirectory("rapport-import");
        print("%,d clients, %,d handles, %s; log and data in %s", clients, handles, heap, folder);
        try (var installation = start(folder, heap)) {
            var connection = awaitConnection(folder);
            try (var admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.kafka()))) {
                new ImportBenchmark(connection, installation, admin).run(clients, handles);
            }
        }
        StateFolderSizes.delete(folder);
    }

    private static MeasuredProcess start(Path folder, String heap) throws IOException {
        var arguments = List.of(
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                RapportCommandLine.class.getName(),
                "up",
                "--data",
                folder.toString(),
                "--port-base",
                String.valueOf(PORTS));
        return MeasuredProcess.start("installation", folder, arguments, Map.of());
    }

    private static ConnectionInfo awaitConnection(Path folder) throws InterruptedException {
        var start = System.nanoTime();
        while (!Files.exists(folder.resolve("rapport.json"))) {
            requireWithinLimit(start, "The installation is not ready");
        }
        return ConnectionInfo.of(folder);
    }

    private void run(int clients, int handles) throws Exception {
        var population = new GeneratedPopulation(7, true);
        send("PUT", connection.ingest(), "", "application/json", "{\"name\": \"Import\", \"timeZone\": \"UTC\"}");
        sendHandles(population, handles);
        awaitMatched("handles", startRun(), System.nanoTime(), 0);

        installation.startMeasurement();
        var start = System.nanoTime();
        var response = send("POST", connection.ingest(), "/imports/clients", "text/csv", list(population, clients));
        print("the list was answered after %.1f s: %s", seconds(start), response.path("accepted"));
        awaitMatched("clients", startRun(), start, clients);
    }

    private void sendHandles(GeneratedPopulation population, int handles) throws Exception {
        for (var first = 0; first < handles; first += BODY) {
            var lines = new StringBuilder();
            for (var n = first; n < Math.min(handles, first + BODY); n++) {
                var account = population.account(n, n % 3);
                lines.append("{\"source\":\"bench\",\"sourceId\":\"%d\",\"channel\":\"x\",".formatted(n))
                        .append("\"occurredAt\":\"2026-01-01T00:00:00Z\",\"direction\":\"INBOUND\",")
                        .append("\"kind\":\"COMMENT\",\"actor\":{\"id\":\"%d\",\"name\":\"%s\"}}%n"
                                .formatted(n, account));
            }
            send("POST", connection.ingest(), "/engagements", "application/x-ndjson", lines.toString());
        }
    }

    private static String list(GeneratedPopulation population, int clients) {
        var rows = new StringBuilder("client,name,email,city\n");
        for (var n = 0; n < clients; n++) {
            rows.append("%d,%s,client.%d@example.org,City %d%n".formatted(n, population.name(n), n, n % 300));
        }
        return rows.toString();
    }

    private String startRun() throws Exception {
        return send("POST", connection.identity(), "/matching", "application/json", "{}")
                .path("id")
                .asString();
    }

    /** Prints the progress until the run is done. */
    private void awaitMatched(String what, String run, long start, int rows) throws Exception {
        var next = INTERVAL;
        var rowsBefore = 0L;
        var cpuBefore = Duration.ZERO;
        while (true) {
            var state = send("GET", connection.identity(), "/matching/" + run, "application/json", "");
            var isDone = state.path("state").asString().equals("DONE");
            if (rows > 0 && (isDone || seconds(start) > next.toSeconds())) {
                var applied = appliedRows();
                var cpu = installation.measuredCpu();
                print(
                        "after %5.0f s %,7d rows matched; %4.0f a second, %6.0f µs of CPU a row since the last line;"
                                + " %s",
                        seconds(start),
                        applied,
                        (applied - rowsBefore) / (double) INTERVAL.toSeconds(),
                        cpu.minus(cpuBefore).toNanos() / 1e3 / Math.max(1, applied - rowsBefore),
                        state.path("state").asString());
                next = next.plus(INTERVAL);
                rowsBefore = applied;
                cpuBefore = cpu;
            }
            if (isDone) {
                print("%s matched after %.1f s; peak %,d MB resident", what, seconds(start), peak());
                return;
            }
            requireWithinLimit(start, "The run is " + state);
        }
    }

    private long peak() throws IOException {
        return installation.peakBytes() >> 20;
    }

    /** The rows of the list that identity has stored and matched: what it committed of the topic. */
    private long appliedRows() throws Exception {
        var rows = 0L;
        for (var group : groups()) {
            for (var committed : admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (committed.getKey().topic().equals(Topic.CLIENT_LISTED.name())) {
                    rows += committed.getValue().offset();
                }
            }
        }
        return rows;
    }

    private List<String> groups() throws Exception {
        var groups = new ArrayList<String>();
        for (GroupListing group : admin.listGroups().all().get()) {
            if (group.groupId().startsWith("identity")) {
                groups.add(group.groupId());
            }
        }
        return groups;
    }

    private JsonNode send(String method, String service, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service + BRAND + path))
                .header("Authorization", "Bearer " + connection.token())
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var start = System.nanoTime();
        var response = http.send(request, BodyHandlers.ofString());
        while (response.statusCode() == UNAVAILABLE) {
            requireWithinLimit(start, method + " " + path + " is not possible");
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    private static void requireWithinLimit(long start, String message) throws InterruptedException {
        if (seconds(start) > LIMIT.toSeconds()) {
            throw new IllegalStateException(message + " after " + LIMIT.toMinutes() + " minutes");
        }
        Thread.sleep(200);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
