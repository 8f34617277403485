package io.rapport.benchmarks;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Engagements through ingest, identity and scoring to the score topic: how many a second, how long from acceptance to
 * score change at 1 000 a second, what CPU each process takes for one, and the ratio to a plain copy of the same records
 * on the same broker in the same run.
 */
final class PipelineBenchmark {

    private static final int HANDLES = 20_000;
    private static final int WARM_UP = 40_000;
    private static final int BODY = 500;
    private static final int RATE = 1_000;
    private static final int PACED_BODY = 10;
    private static final int PACED = 20_000;

    private final MeasuredInstallation installation;
    private final EngagementLoad load;
    private final ScoreSubscriber watch;

    private PipelineBenchmark(MeasuredInstallation installation, EngagementLoad load, ScoreSubscriber watch) {
        this.installation = installation;
        this.load = load;
        this.watch = watch;
    }

    /** {@code [COUNT]}: how many engagements, 200 000 unless told. */
    public static void main(String[] words) throws Exception {
        var count = words.length > 0 ? Integer.parseInt(words[0]) : 200_000;
        var folder = Files.createTempDirectory("rapport-benchmark");
        print("logs and data in %s", folder);
        var http = HttpClient.newHttpClient();
        try (var installation = MeasuredInstallation.start(folder, http);
                var watch = new ScoreSubscriber(installation.bootstrap())) {
            new PipelineBenchmark(installation, new EngagementLoad(installation, http), watch).run(count);
        }
        delete(folder);
    }

    private void run(int count) throws Exception {
        load.register();
        load.sendAll("warm-up", WARM_UP, HANDLES, BODY);
        settled(WARM_UP);
        var perSecond = throughput(count);
        latency();
        var copied = PlainCopyBaseline.perSecond(installation.bootstrap(), count);
        print(
                "plain copy of the same records: %,.0f a second; the pipeline does %.3f of it",
                copied, perSecond / copied);
    }

    private double throughput(int count) throws Exception {
        installation.parts().forEach(MeasuredProcess::mark);
        var published = watch.relationships();
        var start = System.nanoTime();
        load.sendAll("all", count, HANDLES, BODY);
        var accepted = seconds(start);
        var perSecond = count / ((settled(WARM_UP + count) - start) / 1e9);
        print("%,d engagements over %,d handles and %d brands", count, HANDLES, EngagementLoad.BRANDS);
        print("accepted %,.0f a second, scored %,.0f a second end to end", count / accepted, perSecond);
        print("relationship scores published: %,d", watch.relationships() - published);
        for (var part : installation.parts()) {
            print(
                    "  %-9s %6.1f µs of CPU an engagement",
                    part.name(), part.sinceMark().toNanos() / 1e3 / count);
        }
        return perSecond;
    }

    /** Paced sending; every handle comes once, so that no score waits for the one-a-second limit of its key. */
    private void latency() throws Exception {
        watch.forget();
        var acceptedAt = new HashMap<String, Long>();
        var start = System.nanoTime();
        for (var first = 0; first < PACED; first += PACED_BODY) {
            pause(start + first * (1_000_000_000L / RATE));
            load.post("paced", first, PACED_BODY, HANDLES);
            var now = System.nanoTime();
            for (var n = first; n < first + PACED_BODY; n++) {
                acceptedAt.put(person(n), now);
            }
        }
        var rate = PACED / seconds(start);
        await(() -> watch.firstSeen().keySet().containsAll(acceptedAt.keySet()));
        report(rate, acceptedAt);
    }

    /** Waits until all are counted and no person's score moves for three seconds; gives when the last one moved. */
    private long settled(long engagements) throws InterruptedException {
        await(() -> watch.scored() == engagements && System.nanoTime() - watch.lastSeen() > 3_000_000_000L);
        return watch.lastSeen();
    }

    private void report(double rate, Map<String, Long> acceptedAt) {
        var millis = new ArrayList<Double>();
        acceptedAt.forEach((key, at) -> millis.add((watch.firstSeen().getOrDefault(key, at) - at) / 1e6));
        millis.sort(null);
        print(
                "from acceptance to score change at %,.0f a second: p50 %.0f ms, p99 %.0f ms",
                rate, percentile(millis, 50), percentile(millis, 99));
    }

    private static String person(int n) {
        var brand = new BrandKey("bench", EngagementLoad.brandOf(n / PACED_BODY));
        return brand.key(DeterministicIds.provisionalPerson(
                        new HandleKey(brand, "x", EngagementLoad.handle(n, PACED_BODY, HANDLES)))
                .toString());
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
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

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
