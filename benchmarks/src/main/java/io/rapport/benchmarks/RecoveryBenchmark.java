package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * Measures how long an installation needs to process engagements again after {@code kill -9} of each of its parts, and how the
 * health endpoints respond while the store is frozen. An engagement counts as processed when the report returns its person with
 * a score.
 */
final class RecoveryBenchmark {

    private static final List<String> SERVICES = List.of("ingest", "identity", "scoring", "report");
    private static final List<String> KILLED = List.of("ingest", "identity", "scoring", "report", "broker");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int REQUESTS = 300;

    private final MeasuredInstallation installation;
    private final EngagementLoad load;
    private final HttpClient http;

    /** Odd, because {@link EngagementLoad} makes every fourth engagement an outbound one, which are all even here. */
    private int nextAccount = 1;

    private String lastAnswer = "nothing";

    private RecoveryBenchmark(MeasuredInstallation installation, EngagementLoad load, HttpClient http) {
        this.installation = installation;
        this.load = load;
        this.http = http;
    }

    /**
     * Arguments {@code [ROUNDS [SECONDS]]}: instead, kills the broker {@code ROUNDS} times and starts it again after {@code SECONDS},
     * 10 by default.
     */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("rapport-recovery");
        print("logs and data in %s", folder);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        try (var installation = MeasuredInstallation.start(folder, http, SERVICES)) {
            var drill = new RecoveryBenchmark(installation, new EngagementLoad(installation, http), http);
            drill.load.register();
            print("first engagement visible in the report after %.1f s", drill.secondsUntilProcessed());
            if (arguments.length > 0) {
                var pause = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 10);
                new BrokerDrill(installation, drill::secondsUntilProcessed).run(Integer.parseInt(arguments[0]), pause);
                return;
            }
            drill.freezeStore();
            for (var part : KILLED) {
                drill.kill(part);
            }
        }
    }

    private void kill(String part) throws IOException, InterruptedException {
        secondsUntilProcessed();
        var start = System.nanoTime();
        installation.process(part).killAndRestart();
        var ready = SERVICES.contains(part) ? secondsUntilReady(part, start) : 0;
        var processed = secondsUntilProcessed() + (SERVICES.contains(part) ? ready : 0);
        print("kill -9 of %-9s ready again after %5.1f s, processing again after %5.1f s", part, ready, processed);
    }

    private double secondsUntilReady(String service, long start) throws InterruptedException {
        while (true) {
            var status = status(installation.health(service, "readiness"), Duration.ofSeconds(5));
            if (status == 200) {
                return seconds(start);
            }
            pauseUnlessOver(start, service + " did not become ready");
        }
    }

    /** Sends an engagement of a new account until it is accepted, then waits for its person in the report. */
    private double secondsUntilProcessed() throws InterruptedException {
        var start = System.nanoTime();
        var account = nextAccount;
        nextAccount += 2;
        while (!accepted(account)) {
            pauseUnlessOver(start, "ingest accepted nothing");
        }
        var people = installation.brand("report", EngagementLoad.brandOf(0), "/people?limit=200&sort=-lastSeen");
        while (!visible(people, EngagementLoad.handle(account * EngagementLoad.BRANDS, 1, Integer.MAX_VALUE))) {
            pauseUnlessOver(start, "the engagement did not reach the report, which answered " + lastAnswer);
        }
        return seconds(start);
    }

    private boolean accepted(int account) throws InterruptedException {
        try {
            load.post("recovery", account * EngagementLoad.BRANDS, 1, Integer.MAX_VALUE);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private boolean visible(URI people, String handle) throws InterruptedException {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(people)
                            .timeout(Duration.ofSeconds(10))
                            .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                            .build(),
                    BodyHandlers.ofString());
            lastAnswer = response.statusCode() + " " + response.body();
            return response.statusCode() == 200 && response.body().contains('"' + handle + '"');
        } catch (IOException e) {
            lastAnswer = e.toString();
            return false;
        }
    }

    /** Stops the store while requests arrive, and prints what the health endpoints return meanwhile. */
    private void freezeStore() throws IOException, InterruptedException {
        installation.process("store").freeze();
        try {
            for (var service : List.of("ingest", "identity", "report")) {
                var people = installation.brand(service, EngagementLoad.brandOf(0), "/people?limit=1");
                for (var request = 0; request < REQUESTS; request++) {
                    http.sendAsync(
                            HttpRequest.newBuilder(people)
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                                    .build(),
                            BodyHandlers.discarding());
                }
                for (var group : List.of("liveness", "readiness")) {
                    var start = System.nanoTime();
                    var status = status(installation.health(service, group), Duration.ofSeconds(60));
                    print(
                            "store frozen, %d requests: %-9s %-9s %s after %.1f s",
                            REQUESTS, service, group, status, seconds(start));
                }
            }
        } finally {
            installation.process("store").thaw();
        }
        var start = System.nanoTime();
        for (var service : SERVICES) {
            print("store continued: %-9s ready after %.1f s", service, secondsUntilReady(service, start));
        }
    }

    /** The status of a response; 0 if there is none within the timeout. */
    private int status(URI address, Duration timeout) throws InterruptedException {
        try {
            HttpResponse<Void> response =
                    http.send(HttpRequest.newBuilder(address).timeout(timeout).build(), BodyHandlers.discarding());
            return response.statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void pauseUnlessOver(long start, String message) throws InterruptedException {
        if (System.nanoTime() - start > LIMIT.toNanos()) {
            throw new IllegalStateException(message + " within " + LIMIT.toSeconds() + " s");
        }
        Thread.sleep(PAUSE.toMillis());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
