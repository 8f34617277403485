package io.rapport.benchmarks.report;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import com.mongodb.client.MongoClients;
import io.rapport.benchmarks.BenchmarkProducer;
import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.StateFolderSizes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures report over one large brand by real HTTP: pages and lists of people, a person with a long timeline, figures, search by name,
 * months and the file of everyone, with a small heap. The records of ingest and identity are written to their topics; scoring and
 * report read them as always.
 */
final class ReportBenchmark {

    private static final int LINGER_MILLIS = 20;
    private static final int BATCH_BYTES = 256 << 10;
    private static final int REQUESTS = 300;
    private static final int MONTHS = 6;
    private static final int READING_SECONDS = 5;
    private static final String FILLING = "-Xmx1g";
    private static final String MEASURED = "-Xmx256m";
    private static final String API = "/v1/agencies/bench/brands/large";
    private static final String PAGES = "/agencies/bench/brands/large";

    private final ReportInstallation installation;
    private final MeasuredRequests requests;
    private final BrandHistory history;
    private final int people;

    private ReportBenchmark(ReportInstallation installation, BrandHistory history, int people) {
        this.installation = installation;
        this.requests = new MeasuredRequests(installation.report());
        this.history = history;
        this.people = people;
    }

    /**
     * Arguments {@code [PEOPLE [ENGAGEMENTS [MONGODB_URI [FOLDER]]]]}; 100 000, 5 000 000 and a store in memory by default. What is in
     * a given folder stays, with the database, and is measured again by the next run.
     */
    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var engagements = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5_000_000;
        var isKept = arguments.length > 3;
        var folder =
                isKept ? Files.createDirectories(Path.of(arguments[3])) : Files.createTempDirectory("rapport-report");
        print("logs and data in %s", folder);
        var embedded = MeasuredInstallation.freePort();
        var store = arguments.length > 2 ? arguments[2] : "mongodb://127.0.0.1:" + embedded;
        var filled = folder.resolve("filled");
        var history = new BrandHistory(people, engagements, LocalDate.now(ZoneOffset.UTC));
        try (var memory = MeasuredInstallation.startHost("store", folder, List.of(String.valueOf(embedded)))) {
            memory.awaitReady();
            if (!Files.exists(filled)) {
                drop(store);
            }
            try (var installation = ReportInstallation.start(folder, store, FILLING)) {
                var benchmark = new ReportBenchmark(installation, history, people);
                if (!Files.exists(filled)) {
                    benchmark.fill();
                    Files.createFile(filled);
                }
                installation.restartReport(MEASURED, Duration.ZERO);
                benchmark.measure();
            }
        }
        if (!isKept) {
            drop(store);
            StateFolderSizes.delete(folder);
        }
    }

    private static void drop(String store) {
        try (var mongo = MongoClients.create(store)) {
            mongo.getDatabase(ReportInstallation.database()).drop();
        } catch (com.mongodb.MongoException e) {
            print("The database was not dropped: %s", e.toString());
        }
    }

    private void fill() throws Exception {
        var start = System.nanoTime();
        try (var events = new BenchmarkProducer(installation.bootstrap(), LINGER_MILLIS, BATCH_BYTES);
                var backlog = new ProjectionBacklog(installation.bootstrap())) {
            var writer = new HistoryWriter(history, events);
            writer.register();
            var written = writer.write(people);
            print("%,d engagements of %,d people on the topics after %.0f s", written, people, seconds(start));
            backlog.awaitEmpty();
            print("scored and projected after %.0f s", seconds(start));
        }
    }

    private void measure() throws IOException, InterruptedException {
        measureBrand();
        measurePeople();
        measureFigures();
        measureSearch();
        measureMonths();
        installation.restartReport(MEASURED, Duration.ofMinutes(2));
        measureKeptMonth();
        measureFile();
    }

    private void measureBrand() throws IOException, InterruptedException {
        requests.measureOnce("brand, HTML, first request after the start", PAGES);
        requests.measure("brand, HTML", REQUESTS, i -> PAGES);
        requests.measure("people by what a figure counts, HTML", MONTHS, i -> PAGES + "/people?seen=revived&window=30");
    }

    private void measurePeople() throws IOException, InterruptedException {
        requests.measure("people, first page, JSON", REQUESTS, i -> API + "/people?limit=50");
        requests.measure("people, first page, HTML", REQUESTS, i -> PAGES + "/people");
        requests.measure(
                "people, filtered, HTML", REQUESTS, i -> PAGES + "/people?stage=LIKES,TRUSTS&client=" + (i % 2 == 0));
        var cursors = new ArrayList<String>();
        var persons = new ArrayList<String>();
        walk(cursors, persons);
        requests.measure(
                "people, deep page, JSON", REQUESTS, i -> API + "/people?cursor=" + cursors.get(i % cursors.size()));
        requests.measure(
                "people, deep page, HTML", REQUESTS, i -> PAGES + "/people?cursor=" + cursors.get(i % cursors.size()));
        requests.measure("person, JSON", REQUESTS, i -> API + "/people/" + persons.get(i % persons.size()));
        requests.measure("person, HTML", REQUESTS, i -> PAGES + "/people/" + persons.get(i % persons.size()));
        requests.measure(
                "person with %,d engagements, HTML".formatted(history.engagements(0)),
                REQUESTS,
                i -> PAGES + "/people/" + history.id(0));
        requests.measure(
                "their timeline, JSON", REQUESTS, i -> API + "/people/" + history.id(0) + "/timeline?limit=100");
    }

    /** Reads the list in long pages to its end; keeps their cursors and some of the people of each. */
    private void walk(List<String> cursors, List<String> persons) throws IOException, InterruptedException {
        var page = requests.json(API + "/people?limit=500");
        while (page.hasNonNull("next")) {
            page.path("items").forEach(item -> {
                if (Math.floorMod(item.path("person").asString().hashCode(), 50) == 0) {
                    persons.add(item.path("person").asString());
                }
            });
            cursors.add(page.path("next").asString());
            page = requests.json(
                    API + "/people?limit=500&cursor=" + page.path("next").asString());
        }
    }

    private void measureFigures() throws IOException, InterruptedException {
        for (var window : List.of(7, 30, 90)) {
            requests.measure("ror of %d days".formatted(window), REQUESTS, i -> API + "/ror?window=" + window);
        }
        requests.measure("spread of 30 days", REQUESTS, i -> API + "/spread?window=30");
    }

    private void measureSearch() throws IOException, InterruptedException {
        requests.measure("search by a full name", REQUESTS, i -> search(name(i)));
        requests.measure("search by a given name", REQUESTS, i -> search(name(i).split(" ")[0]));
        requests.measure("search by three letters", REQUESTS, i -> search(name(i).substring(0, 3)));
        requests.measure("search by the first letter", REQUESTS, i -> search(name(i).substring(0, 1)));
        requests.measure("search by two beginnings", REQUESTS, i -> search(beginnings(name(i))));
        requests.measure("search by the number of a handle", REQUESTS, i -> search("account-" + i * 37L % people));
    }

    private String name(int number) {
        return history.name((int) (number * 7_919L % people));
    }

    private static String beginnings(String name) {
        var words = name.split(" ");
        return words[0].substring(0, 2) + " " + words[1].substring(0, 3);
    }

    private static String search(String text) {
        return API + "/people?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measureMonths() throws IOException, InterruptedException {
        var current = YearMonth.now(ZoneOffset.UTC);
        print("months, compiled for each request:");
        for (var suffix : List.of(".json", ".pdf")) {
            requests.measure("running month, " + suffix, MONTHS, i -> API + "/months/" + current + suffix);
        }
        for (var ago = 1; ago <= MONTHS; ago++) {
            var month = current.minusMonths(ago);
            requests.measureOnce("closed month, JSON, first request", API + "/months/" + month + ".json");
            requests.measureOnce("closed month, JSON, again", API + "/months/" + month + ".json");
            requests.measureOnce("closed month, PDF", API + "/months/" + month + ".pdf");
        }
    }

    private void measureKeptMonth() throws IOException, InterruptedException {
        var month = "/months/" + YearMonth.now(ZoneOffset.UTC);
        requests.measureOnce("running month, first request after the start", API + month + ".json");
        requests.measure("running month, kept, JSON", REQUESTS, i -> API + month + ".json");
        requests.measure("running month, kept, HTML", MONTHS, i -> PAGES + month);
        requests.measure("running month, kept, PDF", MONTHS, i -> API + month + ".pdf");
        readBackwards();
    }

    /** Reads the months that are over from the latest on, with a pause for each, in which report prepares the one before. */
    private void readBackwards() throws IOException, InterruptedException {
        var current = YearMonth.now(ZoneOffset.UTC);
        for (var ago = 1; ago <= MONTHS; ago++) {
            TimeUnit.SECONDS.sleep(READING_SECONDS);
            requests.measureOnce(
                    "closed month after the next one, HTML", PAGES + "/months/" + current.minusMonths(ago));
        }
    }

    private void measureFile() throws IOException, InterruptedException {
        print("report with %s, resident at most %,d MB so far", MEASURED, residentMegabytes());
        for (var round = 1; round <= 2; round++) {
            var start = System.nanoTime();
            var lines = requests.countLines(API + "/people.csv");
            print(
                    "everyone as CSV: %,d lines in %.1f s; resident at most %,d MB",
                    lines, seconds(start), residentMegabytes());
        }
    }

    private long residentMegabytes() throws IOException {
        return installation.reportProcess().peakBytes() >> 20;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
