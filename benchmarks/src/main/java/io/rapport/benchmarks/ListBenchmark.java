package io.rapport.benchmarks;

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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A long client list through ingest with little memory: how long it takes and what, what its sender sees meanwhile, and
 * whether the answer is right; the same list again; and a shorter one that is said to be the whole list.
 */
final class ListBenchmark {

    private static final String HEAP = "-Xmx256m";
    private static final int TOLD_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final URI brand;
    private final List<MeasuredProcess> parts;

    private ListBenchmark(Path folder, int port, List<MeasuredProcess> parts) {
        this.folder = folder;
        this.brand = URI.create("http://127.0.0.1:" + port + "/v1/agencies/bench/brands/list");
        this.parts = parts;
    }

    /** {@code [MEGABYTES [MONGODB_URI]]}: 1 000 unless told, into a store in memory. */
    public static void main(String[] words) throws Exception {
        var bytes = (words.length > 0 ? Long.parseLong(words[0]) : 1_000) * 1_000_000;
        var folder = Files.createTempDirectory("rapport-list");
        print("logs and data in %s", folder);
        var kafka = MeasuredInstallation.freePort();
        var mongo = MeasuredInstallation.freePort();
        var port = MeasuredInstallation.freePort();
        var store = words.length > 1 ? words[1] : "mongodb://127.0.0.1:" + mongo;
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
        try (var broker = MeasuredInstallation.surroundings(
                        "broker", folder, List.of(String.valueOf(kafka), folder + "/kafka"));
                var memory = MeasuredInstallation.surroundings("store", folder, List.of(String.valueOf(mongo)));
                var ingest = MeasuredProcess.start(
                        "ingest", folder, List.of(HEAP, "-jar", MeasuredInstallation.jar("ingest")), environment)) {
            var benchmark = new ListBenchmark(folder, port, List.of(ingest, broker, memory));
            ingest.awaitAnswer(benchmark.http, URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
            benchmark.run(bytes);
        }
        StateFolderSizes.delete(folder);
    }

    private void run(long bytes) throws Exception {
        var registration = BodyPublishers.ofString("{\"name\": \"List\", \"timeZone\": \"UTC\"}");
        http.send(to("", "application/json").PUT(registration).build(), BodyHandlers.discarding());
        send("a list of " + bytes / 1_000_000 + " MB", "", new GeneratedClientList(bytes, false));
        send("the same again", "", new GeneratedClientList(bytes, false));
        send("a tenth of it, said to be the whole list", "?complete=true", new GeneratedClientList(bytes / 10, true));
    }

    private void send(String what, String query, GeneratedClientList list) throws Exception {
        parts.forEach(MeasuredProcess::mark);
        var start = System.nanoTime();
        var request = to("/imports/clients" + query, "text/csv").POST(BodyPublishers.ofInputStream(() -> list));
        var answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        follow(answer, start);
        print("%s: %d after %.1f s", what, answer.get().statusCode(), seconds(start));
        print("  it has %,d rows, of which %,d can be taken in", list.rows(), list.good());
        print("  %s", counts(answer.get()));
        for (var part : parts) {
            print(
                    "  %-9s %6.1f µs of CPU a row; at most %,d MB resident so far",
                    part.name(), part.sinceMark().toNanos() / 1e3 / list.rows(), part.peakBytes() >> 20);
        }
        print("  the topics take %,d MB by now", size(folder.resolve("kafka")) >> 20);
    }

    /** What somebody sees who asks meanwhile how far it is. */
    private void follow(CompletableFuture<?> answer, long start) throws Exception {
        for (var next = TOLD_SECONDS; !answer.isDone(); Thread.sleep(100)) {
            if (seconds(start) > next) {
                var asked = System.nanoTime();
                var body = http.send(to("/imports", "text/csv").build(), BodyHandlers.ofString())
                        .body();
                print("  after %d s, told within %.0f ms: %s", next, seconds(asked) * 1e3, body);
                next += TOLD_SECONDS;
            }
        }
    }

    private HttpRequest.Builder to(String path, String type) {
        return HttpRequest.newBuilder(URI.create(brand + path))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .header("Content-Type", type);
    }

    /** The answer up to the rows it names. */
    private static String counts(HttpResponse<String> answer) {
        var rows = answer.body().indexOf(",\"rejected\":");
        return rows < 0 ? answer.body() : answer.body().substring(0, rows) + ", …";
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

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
