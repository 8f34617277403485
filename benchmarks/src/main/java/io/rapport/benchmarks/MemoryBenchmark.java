package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.standalone.embedded.HeapMemoryReading;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Measures how much of the heap the documents of the in-memory store take. Each step adds clients with an address, a number and
 * two accounts each, and two engagements per account; a third of the accounts belong to no client of the list.
 */
final class MemoryBenchmark {

    private static final int BATCH = 500;
    private static final int PAUSE_MILLIS = 500;
    private static final double MEGABYTE = 1 << 20;
    private static final double GIGABYTE = 1 << 30;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final ConnectionInfo connection;
    private final RapportClient client;
    private final BrandClient brand;
    private long engagements;

    private MemoryBenchmark(ConnectionInfo connection) {
        this.connection = connection;
        this.client = new RapportClient(connection.token());
        this.brand = new BrandClient(client, "bench", "memory");
    }

    /** What is in the store and in the heap. */
    private record Reading(long documents, long bytes) {}

    /** Arguments: clients per step, steps. */
    public static void main(String[] arguments) throws Exception {
        var clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        var steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var folder = Files.createTempDirectory("rapport-memory");
        try (var rapport = StandaloneInstallation.start(folder, 0)) {
            var benchmark = new MemoryBenchmark(rapport.connection());
            benchmark.brand.register(
                    rapport.connection().ingest(), Map.of("name", "Memory", "timeZone", "UTC", "clock", "EVENT"));
            var first = benchmark.read();
            print("empty: %,d documents, %.0f MB of the old generation", first.documents, first.bytes / MEGABYTE);
            for (var step = 0; step < steps; step++) {
                benchmark.fill(step * clients, clients);
                var now = benchmark.read();
                print(
                        "%,d clients, %,d engagements: %,d documents, %.0f MB; %,.0f documents per GB beyond the empty installation",
                        (step + 1) * clients,
                        benchmark.engagements,
                        now.documents,
                        now.bytes / MEGABYTE,
                        (now.documents - first.documents) * GIGABYTE / (now.bytes - first.bytes));
            }
        }
    }

    private void fill(int from, int clients) throws InterruptedException {
        send(
                clients,
                from,
                MemoryBenchmark::client,
                rows -> RowBatch.of("id,name,email,mobile,handle.x,handle.instagram", rows),
                true);
        send(clients * 3, from * 3, MemoryBenchmark::engagement, rows -> RowBatch.of(null, rows), false);
        engagements += clients * 6L;
        while (brand.get(connection.report(), "/accounts").path("received").asLong() < engagements || !isMatched()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void send(
            int count, int from, IntFunction<List<String>> row, Function<List<String>, RowBatch> batch, boolean list)
            throws InterruptedException {
        for (var sent = 0; sent < count; sent += BATCH) {
            var rows = IntStream.range(from + sent, from + Math.min(count, sent + BATCH))
                    .mapToObj(row)
                    .flatMap(List::stream)
                    .toList();
            var result = list
                    ? brand.sendClients(connection.ingest(), batch.apply(rows))
                    : brand.sendEngagements(connection.ingest(), batch.apply(rows));
            if (!result.rejected().isEmpty()) {
                throw new IllegalStateException(result.rejected().get(0).toString());
            }
        }
    }

    private static List<String> client(int number) {
        return List.of("%d,%s,c%d@example.org,+47 4%07d,cx%d,ci%d"
                .formatted(number, name(number), number, number, number * 3, number * 3 + 1));
    }

    /** Two engagements of an account; every third account is on no list. */
    private static List<String> engagement(int account) {
        var channel = account % 3 == 1 ? "instagram" : "x";
        var name = (account % 3 == 1 ? "ci" : account % 3 == 0 ? "cx" : "free") + account;
        return IntStream.range(0, 2)
                .mapToObj(each -> """
                        {"source":"bench","sourceId":"%d-%d","channel":"%s","kind":"COMMENT","direction":"INBOUND",\
                        "occurredAt":"%s","actor":{"id":"%d","name":"%s","displayName":"%s"},\
                        "content":{"text":"The second cup was even better than the first one."}}""".formatted(
                        account, each, channel, START.plusSeconds(account + each * 86_400L), account, name, name))
                .toList();
    }

    private static String name(int number) {
        var letters = Integer.toString(number + 46_656, 36).replaceAll("[0-9]", "e");
        return "Given" + letters + " Family" + new StringBuilder(letters).reverse();
    }

    private boolean isMatched() throws InterruptedException {
        return brand.get(connection.identity(), "/people?limit=1").path("items").size() == 1
                && !brand.get(connection.report(), "/people?limit=1")
                        .path("items")
                        .isEmpty()
                && lag() == 0;
    }

    /** The number of records that identity and report have not read yet. */
    private long lag() throws InterruptedException {
        var before = documents();
        Thread.sleep(PAUSE_MILLIS * 10L);
        return documents() - before;
    }

    private Reading read() {
        System.gc();
        var bytes = HeapMemoryReading.oldGeneration().getCollectionUsage().getUsed();
        return new Reading(documents(), bytes);
    }

    private long documents() {
        try (var mongo = MongoClients.create(connection.mongo())) {
            var documents = 0L;
            for (var database : mongo.listDatabaseNames()) {
                documents += documents(mongo, database);
            }
            return documents;
        }
    }

    private static long documents(MongoClient mongo, String name) {
        var database = mongo.getDatabase(name);
        var documents = 0L;
        for (var collection : database.listCollectionNames()) {
            documents += database.getCollection(collection).countDocuments();
        }
        return documents;
    }
}
