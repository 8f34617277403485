package io.rapport.benchmarks.stream;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.benchmarks.process.StateFolderSizes;
import io.rapport.contracts.BrandKey;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.scoring.ScoringApplication;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures figures of past days of a brand with a history of two years: one day, 24 month ends in one pass, a page of people, an
 * answer that report has in its cache, and the latency of live events meanwhile. Broker and scoring run in processes of their own.
 */
final class DaysBenchmark {

    private static final BrandKey BRAND = new BrandKey("bench", "brand-0");
    private static final int PARTITIONS = 4;
    private static final int ENGAGEMENTS_EACH = 6;
    private static final int LIVE_HANDLES = 20_000;
    private static final int LIVE_PER_SECOND = 100;
    private static final int LIVE_SECONDS = 20;
    private static final int MONTHS = 24;
    private static final int ROUNDS = 3;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI scoring;
    private final DayFiguresCache cache;

    private DaysBenchmark(URI scoring) {
        this.scoring = scoring;
        this.cache = new DayFiguresCache(new ScoringDaysClient(scoring, MeasuredInstallation.TOKEN));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Argument {@code [PEOPLE]}: people of the brand. */
    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var folder = Files.createTempDirectory("rapport-days");
        print("logs and data in %s", folder);
        var broker = MeasuredInstallation.freePort();
        var port = MeasuredInstallation.freePort();
        var bootstrap = "127.0.0.1:" + broker;
        var base = URI.create("http://127.0.0.1:" + port);
        try (var kafka = MeasuredInstallation.startHost(
                        "broker", folder, List.of(String.valueOf(broker), folder + "/kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                var traffic = new TopicTraffic(bootstrap)) {
            kafka.awaitReady();
            try (var service = startScoring(folder, bootstrap, port)) {
                service.awaitHttpOk(HttpClient.newHttpClient(), base.resolve("/actuator/health/readiness"));
                traffic.register();
                traffic.fill(0, LIVE_HANDLES);
                var engagements = traffic.fillHistory(people, ENGAGEMENTS_EACH);
                new StreamBacklog(admin, ScoringStreamsSettings.APPLICATION).awaitEmpty();
                print("%,d people of one brand with %,d engagements in two years", people, engagements);
                var benchmark = new DaysBenchmark(base);
                benchmark.measureAnswers();
                benchmark.measureLive(traffic, bootstrap);
            }
        }
        StateFolderSizes.delete(folder);
    }

    private static MeasuredProcess startScoring(Path folder, String bootstrap, int port) throws IOException {
        return MeasuredProcess.start(
                "scoring",
                folder,
                List.of("-cp", System.getProperty("java.class.path"), ScoringApplication.class.getName()),
                Map.of(
                        "RAPPORT_KAFKA",
                        bootstrap,
                        "PORT",
                        String.valueOf(port),
                        "RAPPORT_ADMIN_TOKEN",
                        MeasuredInstallation.TOKEN,
                        "RAPPORT_HASH_KEY",
                        MeasuredInstallation.TOKEN,
                        "RAPPORT_TOPICS_PARTITIONS",
                        String.valueOf(PARTITIONS),
                        "RAPPORT_DAYS_HOST",
                        "127.0.0.1",
                        "RAPPORT_STREAMS_STATE_DIR",
                        folder.resolve("streams").toString()));
    }

    private void measureAnswers() throws IOException, InterruptedException {
        for (var round = 1; round <= ROUNDS; round++) {
            measure("one past day, round " + round, () -> ask("/figures?days=" + day(200)));
        }
        measure("one past day without spread", () -> ask("/figures?parts=windows,value,service&days=" + day(201)));
        measure(MONTHS + " month ends in one pass", () -> ask("/figures?days=" + monthEnds()));
        measure("a page of people on a past day", () -> ask("/people?asOf=" + day(200)));
        var days = List.of(LocalDate.parse(day(100)));
        measure("a past day through report's cache, first", () -> cache.findWindows(BRAND, days));
        measure("the same again", () -> cache.findWindows(BRAND, days));
    }

    private void measureLive(TopicTraffic traffic, String bootstrap) throws InterruptedException {
        try (var subscriber = new LiveScoreSubscriber(bootstrap)) {
            var live = new LiveLoad(traffic, subscriber, LIVE_HANDLES, LIVE_PER_SECOND);
            live.sendFor(LIVE_SECONDS / 4);
            print("without questions: %s", live.sendFor(LIVE_SECONDS));
            var before = live.p99();
            var done = new AtomicBoolean();
            var questions = new Thread(() -> askUntil(done), "questions");
            questions.start();
            print("while past days are asked: %s", live.sendFor(LIVE_SECONDS));
            done.set(true);
            questions.join();
            print("live p99 %.2f of that without", (double) live.p99() / before);
        }
    }

    private void askUntil(AtomicBoolean done) {
        var asked = 0;
        try {
            for (; !done.get(); asked++) {
                ask("/figures?days=" + day(asked % 300 + 1));
            }
        } catch (IOException e) {
            throw new IllegalStateException("A question failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        print("%d questions answered meanwhile", asked);
    }

    private void ask(String query) throws IOException, InterruptedException {
        var uri = URI.create(scoring + "/v1/agencies/" + BRAND.agency() + "/brands/" + BRAND.brand() + "/days" + query);
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + MeasuredInstallation.TOKEN);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(uri + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String monthEnds() {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(months -> TopicTraffic.lastDay()
                        .minusMonths(months - 1L)
                        .withDayOfMonth(1)
                        .minusDays(1)
                        .toString())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String day(int ago) {
        return TopicTraffic.lastDay().minusDays(ago).toString();
    }

    private static void measure(String label, Work work) throws IOException, InterruptedException {
        var start = System.nanoTime();
        work.run();
        print("%s: %.3f s", label, (System.nanoTime() - start) / 1e9);
    }
}
