package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.percentile;
import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.benchmarks.process.PostConnection;
import io.rapport.benchmarks.report.ProjectionBacklog;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Measures engagements through ingest, identity and scoring to the score topic and to report: throughput, latency at 1 000 a second
 * from acceptance to the score change and until report shows it, CPU of each process per engagement, and the ratio to a plain copy of
 * the same records on the same broker in the same run.
 */
final class PipelineBenchmark {

    private static final int HANDLES = 20_000;
    private static final List<String> SERVICES = List.of("ingest", "identity", "scoring", "report");
    private static final int WARM_UP = 40_000;
    private static final int BODY = 500;
    private static final int RATE = 1_000;
    private static final int PACED_BODY = 10;
    private static final int PACED = 20_000;
    private static final int BODIES_PER_SAMPLE = 40;

    /** In the first ones the JIT compiler takes a large part of the cores. */
    private static final int ROUNDS = 16;

    private static final int MEASURED_ROUNDS = 3;

    private final MeasuredInstallation installation;
    private final HttpClient http;
    private final EngagementLoad load;
    private final ScoreSubscriber subscriber;

    private PipelineBenchmark(
            MeasuredInstallation installation, HttpClient http, EngagementLoad load, ScoreSubscriber subscriber) {
        this.installation = installation;
        this.http = http;
        this.load = load;
        this.subscriber = subscriber;
    }

    /**
     * Arguments {@code [COUNT [URI]]}: the number of engagements, 200 000 by default, and a MongoDB instead of the store in memory;
     * its databases of Rapport must not exist.
     */
    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        var store = arguments.length > 1 ? arguments[1] : null;
        var folder = Files.createTempDirectory("rapport-benchmark");
        print("logs and data in %s", folder);
        var http = HttpClient.newHttpClient();
        try (var installation = MeasuredInstallation.start(folder, http, SERVICES, store);
                var subscriber = new ScoreSubscriber(installation.bootstrap())) {
            new PipelineBenchmark(installation, http, new EngagementLoad(installation, http), subscriber).run(count);
        }
        delete(folder);
    }

    private void run(int count) throws Exception {
        load.register();
        load.sendAll("warm-up", WARM_UP, HANDLES, BODY);
        awaitSettled(WARM_UP);
        var perSecond = measureThroughput(count);
        awaitProjected();
        measureRounds();
        var copied = PlainCopyBaseline.perSecond(installation.bootstrap(), count);
        print(
                "plain copy of the same records: %,.0f a second; the pipeline reaches %.3f of it",
                copied, perSecond / copied);
    }

    private double measureThroughput(int count) throws Exception {
        installation.processes().forEach(MeasuredProcess::startMeasurement);
        var published = subscriber.relationships();
        var start = System.nanoTime();
        load.sendAll("all", count, HANDLES, BODY);
        var accepted = seconds(start);
        var perSecond = count / ((awaitSettled(WARM_UP + count) - start) / 1e9);
        print("%,d engagements over %,d handles and %d brands", count, HANDLES, EngagementLoad.BRANDS);
        print("accepted %,.0f a second, scored %,.0f a second end to end", count / accepted, perSecond);
        print("relationship scores published: %,d", subscriber.relationships() - published);
        printCpu(count);
        return perSecond;
    }

    private void printCpu(int engagements) {
        for (var process : installation.processes()) {
            print(
                    "  %-9s %6.1f µs of CPU per engagement",
                    process.name(), process.measuredCpu().toNanos() / 1e3 / engagements);
        }
    }

    /** Report needs longer than scoring: its backlog would be measured. */
    private void awaitProjected() throws Exception {
        var start = System.nanoTime();
        try (var backlog = new ProjectionBacklog(installation.bootstrap())) {
            backlog.awaitEmpty();
        }
        print("projected by report %.0f s later", seconds(start));
    }

    private void measureRounds() throws Exception {
        var visible = new ArrayList<Double>();
        try (var connection = load.connect()) {
            for (var round = 1; round <= ROUNDS; round++) {
                print("round %d of %d", round, ROUNDS);
                var millis = measureLatency(connection, round * PACED);
                if (round > ROUNDS - MEASURED_ROUNDS) {
                    visible.addAll(millis);
                }
            }
        }
        visible.sort(null);
        printVisible("in the last " + MEASURED_ROUNDS + " rounds, until report shows it over REST", visible);
    }

    private static void printVisible(String what, List<Double> millis) {
        print(
                "%s, %,d people: p50 %.0f ms, p99 %.0f ms",
                what, millis.size(), percentile(millis, 50), percentile(millis, 99));
    }

    /**
     * Sends at a constant rate; each handle occurs once, so that no score is deferred by the limit of one a second per key. The
     * engagements of another round are on other days, where the daily limits do not withhold them.
     */
    private List<Double> measureLatency(PostConnection connection, int begin) throws Exception {
        subscriber.clear();
        var acceptedAt = new HashMap<String, Long>();
        try (var visibility = new RestVisibility(installation, http)) {
            visibility.start(IntStream.range(begin / PACED_BODY, (begin + PACED) / PACED_BODY)
                    .filter(PipelineBenchmark::isSampled)
                    .mapToObj(body -> personOf(body * PACED_BODY))
                    .toList());
            installation.processes().forEach(MeasuredProcess::startMeasurement);
            var start = System.nanoTime();
            for (var first = begin; first < begin + PACED; first += PACED_BODY) {
                pause(start + (first - begin) * (1_000_000_000L / RATE));
                load.post(connection, "paced", first, PACED_BODY, HANDLES);
                var now = System.nanoTime();
                for (var n = first; n < first + PACED_BODY; n++) {
                    acceptedAt.put(key(n), now);
                }
                if (isSampled(first / PACED_BODY)) {
                    visibility.accepted(personOf(first), now);
                }
            }
            var rate = PACED / seconds(start);
            await(() -> subscriber.firstReceived().keySet().containsAll(acceptedAt.keySet()));
            printLatency(rate, acceptedAt);
            var visible = visibility.await();
            printVisible("until report shows it over REST", visible);
            printCpu(PACED);
            return visible;
        }
    }

    private static boolean isSampled(int body) {
        return body % BODIES_PER_SAMPLE == 0;
    }

    /** Waits until all engagements are scored and no score was published for three seconds; returns the time of the last one. */
    private long awaitSettled(long engagements) throws InterruptedException {
        await(() ->
                subscriber.scored() == engagements && System.nanoTime() - subscriber.lastReceived() > 3_000_000_000L);
        return subscriber.lastReceived();
    }

    private void printLatency(double rate, Map<String, Long> acceptedAt) {
        var millis = new ArrayList<Double>();
        acceptedAt.forEach((key, at) -> millis.add((subscriber.firstReceived().getOrDefault(key, at) - at) / 1e6));
        millis.sort(null);
        print(
                "from acceptance to score change at %,.0f a second: p50 %.0f ms, p99 %.0f ms",
                rate, percentile(millis, 50), percentile(millis, 99));
    }

    private static String key(int n) {
        return brand(n).key(person(n).toString());
    }

    private static RestVisibility.Person personOf(int n) {
        return new RestVisibility.Person(brand(n).brand(), person(n).toString());
    }

    private static BrandKey brand(int n) {
        return new BrandKey("bench", EngagementLoad.brandOf(n / PACED_BODY));
    }

    private static UUID person(int n) {
        return DeterministicIds.provisionalPerson(
                new HandleKey(brand(n), "x", EngagementLoad.handle(n, PACED_BODY, HANDLES)));
    }

    private static void pause(long until) throws InterruptedException {
        var left = (until - System.nanoTime()) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
