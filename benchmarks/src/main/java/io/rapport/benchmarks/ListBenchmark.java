package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.benchmarks.process.StateFolderSizes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Imports a long client list through ingest with a small heap: duration, CPU and memory, the progress shown meanwhile, and the
 * response; then the same list again; then a shorter one as the complete list.
 */
final class ListBenchmark {

    private static final String HEAP = "-Xmx256m";
    private static final int PROGRESS_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final URI brand;
    private final List<MeasuredProcess> processes;

    private ListBenchmark(Path folder, int port, List<MeasuredProcess> processes) {
        this.folder = folder;
        this.brand = URI.create("http://127.0.0.1:" + port + "/v1/agencies/bench/brands/list");
        this.processes = processes;
    }

    /** Arguments {@code [MEGABYTES [MONGODB_URI]]}; the default is 1 000 and an in-memory store. */
    public static void main(String[] arguments) throws Exception {
        var bytes = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000) * 1_000_000;
        var folder = Files.createTempDirectory("rapport-list");
        print("logs and data in %s", folder);
        var kafka = MeasuredInstallation.freePort();
        var mongo = MeasuredInstallation.freePort();
        var port = MeasuredInstallation.freePort();
        var store = arguments.length > 1 ? arguments[1] : "mongodb://127.0.0.1:" + mongo;
        var environment = Map.of(
                "RAPPORT_KAFKA",
                "127.0.0.1:" + kafka,
                "RAPPORT_MONGODB_URI",
                store,
                "RAPPORT_ADMIN_TOKEN",
                MeasuredInstallation.TOKEN,
                "RAPPORT_EMAIL_HASH_KEY",
                MeasuredInstallation.TOKEN,
                "PORT",
                String.valueOf(port));
        try (var broker = MeasuredInstallation.startHost(
                        "broker", folder, List.of(String.valueOf(kafka), folder + "/kafka"));
                var embeddedStore = MeasuredInstallation.startHost("store", folder, List.of(String.valueOf(mongo)));
                var ingest = MeasuredProcess.start(
                        "ingest", folder, List.of(HEAP, "-jar", MeasuredInstallation.jar("ingest")), environment)) {
            var benchmark = new ListBenchmark(folder, port, List.of(ingest, broker, embeddedStore));
            ingest.awaitHttpOk(benchmark.http, URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
            benchmark.run(bytes);
        }
        StateFolderSizes.delete(folder);
    }

    private void run(long bytes) throws Exception {
        var registration = BodyPublishers.ofString("{\"name\": \"List\", \"timeZone\": \"UTC\"}");
        http.send(request("", "application/json").PUT(registration).build(), BodyHandlers.discarding());
        send("a list of " + bytes / 1_000_000 + " MB", "", new GeneratedClientList(bytes, false));
        send("the same list again", "", new GeneratedClientList(bytes, false));
        send("a tenth of it as the complete list", "?complete=true", new GeneratedClientList(bytes / 10, true));
    }

    private void send(String label, String query, GeneratedClientList list) throws Exception {
        processes.forEach(MeasuredProcess::startMeasurement);
        var start = System.nanoTime();
        var request = request("/imports/clients" + query, "text/csv").POST(BodyPublishers.ofInputStream(() -> list));
        var response = http.sendAsync(request.build(), BodyHandlers.ofString());
        printProgress(response, start);
        print("%s: %d after %.1f s", label, response.get().statusCode(), seconds(start));
        print("  %,d rows, %,d of them valid", list.rows(), list.validRows());
        print("  %s", counts(response.get()));
        for (var process : processes) {
            print(
                    "  %-9s %6.1f µs of CPU per row; peak %,d MB resident",
                    process.name(), process.measuredCpu().toNanos() / 1e3 / list.rows(), process.peakBytes() >> 20);
        }
        print("  size of the topics: %,d MB", size(folder.resolve("kafka")) >> 20);
    }

    /** Prints the progress of the import until its response arrives. */
    private void printProgress(CompletableFuture<?> response, long start) throws Exception {
        for (var next = PROGRESS_SECONDS; !response.isDone(); Thread.sleep(100)) {
            if (seconds(start) > next) {
                var requestedAt = System.nanoTime();
                var body = http.send(request("/imports", "text/csv").build(), BodyHandlers.ofString())
                        .body();
                print("  after %d s, in %.0f ms: %s", next, seconds(requestedAt) * 1e3, body);
                next += PROGRESS_SECONDS;
            }
        }
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(brand + path))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .header("Content-Type", type);
    }

    /** The response body without the rejected rows. */
    private static String counts(HttpResponse<String> response) {
        var rows = response.body().indexOf(",\"rejected\":");
        return rows < 0 ? response.body() : response.body().substring(0, rows) + ", …";
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
