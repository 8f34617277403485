package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * Kills the broker again and again, starts it slowly, and prints for each round whether its group coordinator came back without the
 * members of scoring, whether scoring restarted its stream by itself, and how long it took until an engagement was processed.
 */
final class BrokerDrill {

    private static final String RESTARTS = "rapport_scoring_stream_restarts_total";
    private static final Duration OBSERVED = Duration.ofSeconds(10);

    private final MeasuredInstallation installation;
    private final ProcessedEngagement processed;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Sends an engagement and waits until it is processed. */
    interface ProcessedEngagement {

        /** Returns the seconds it took. */
        double await() throws InterruptedException;
    }

    BrokerDrill(MeasuredInstallation installation, ProcessedEngagement processed) {
        this.installation = installation;
        this.processed = processed;
    }

    /**
     * Runs the drill.
     *
     * @param pause how long the broker stays away
     */
    void run(int rounds, Duration pause) throws IOException, InterruptedException {
        var empty = 0;
        var restartedRounds = 0;
        for (var round = 1; round <= rounds; round++) {
            processed.await();
            var restartsBefore = restarts();
            installation.process("broker").kill();
            Thread.sleep(pause.toMillis());
            installation.process("broker").restart();
            var start = System.nanoTime();
            var observed = CompletableFuture.supplyAsync(this::members);
            processed.await();
            var seconds = (System.nanoTime() - start) / 1e9;
            var members = observed.join();
            var restarts = restarts() - restartsBefore;
            empty += members == 0 ? 1 : 0;
            restartedRounds += restarts > 0 ? 1 : 0;
            print(
                    "round %d: %d members of scoring's group in the first %d s, %.0f restarts of its stream,"
                            + " processing again %.1f s after the broker was started",
                    round, members, OBSERVED.toSeconds(), restarts, seconds);
        }
        print("%d rounds: coordinator empty in %d, stream restarted in %d", rounds, empty, restartedRounds);
    }

    /** The largest number of members of scoring's group that the broker names for a while after its start. */
    private int members() {
        Map<String, Object> client = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, installation.bootstrap());
        try (var admin = Admin.create(client)) {
            // The first answer may take as long as the broker needs to start.
            var largest = members(admin);
            for (var end = System.nanoTime() + OBSERVED.toNanos(); System.nanoTime() < end; ) {
                Thread.sleep(500);
                largest = Math.max(largest, members(admin));
            }
            return largest;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int members(Admin admin) throws InterruptedException {
        try {
            return admin
                    .describeConsumerGroups(List.of(ScoringStreamsSettings.APPLICATION))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (ExecutionException e) {
            return 0;
        }
    }

    private double restarts() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(installation.metrics("scoring"))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .build();
        return http.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(RESTARTS))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
