package io.rapport.benchmarks.report;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.report.ReportApplication;
import io.rapport.scoring.ScoringApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Broker, scoring and report, each in a process of its own. Their data is in a folder and a database, from which they are
 * started again.
 */
final class ReportInstallation implements AutoCloseable {

    private static final String PARTITIONS = "4";
    private static final String READINESS = "/actuator/health/readiness";

    private final Path folder;
    private final String store;
    private final int broker;
    private final int scoringPort;
    private final int reportPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<MeasuredProcess> processes = new ArrayDeque<>();

    private ReportInstallation(Path folder, String store) throws IOException {
        this.folder = folder;
        this.store = store;
        this.broker = brokerPort(folder);
        this.scoringPort = MeasuredInstallation.freePort();
        this.reportPort = MeasuredInstallation.freePort();
    }

    /**
     * Starts everything, and returns when it is ready.
     *
     * @param store URI of the MongoDB
     * @param heap maximum heap of report, as an option of the JVM
     */
    static ReportInstallation start(Path folder, String store, String heap) throws IOException, InterruptedException {
        var installation = new ReportInstallation(folder, store);
        try {
            installation.startAll(heap);
            return installation;
        } catch (IOException | InterruptedException | RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private void startAll(String heap) throws IOException, InterruptedException {
        var kafka =
                MeasuredInstallation.startHost("broker", folder, List.of(String.valueOf(broker), folder + "/kafka"));
        processes.add(kafka);
        kafka.awaitReady();
        var scoring = start("scoring", ScoringApplication.class, "-Xmx2g", scoringPort, Map.of());
        processes.add(scoring);
        scoring.awaitHttpOk(http, base(scoringPort).resolve(READINESS));
        startReport(heap, Duration.ZERO);
    }

    /** The database of report. */
    static String database() {
        return "rapport_benchmark";
    }

    String bootstrap() {
        return "127.0.0.1:" + broker;
    }

    URI report() {
        return base(reportPort);
    }

    MeasuredProcess reportProcess() {
        return processes.getLast();
    }

    /**
     * Starts report again with another heap.
     *
     * @param monthAge how long a month that was compiled is shown again
     */
    void restartReport(String heap, Duration monthAge) throws IOException, InterruptedException {
        processes.removeLast().close();
        startReport(heap, monthAge);
    }

    @Override
    public void close() {
        while (!processes.isEmpty()) {
            processes.removeLast().close();
        }
    }

    private void startReport(String heap, Duration monthAge) throws IOException, InterruptedException {
        var months = Map.of("RAPPORT_MONTHS_MAX_AGE", monthAge.toString());
        var report = start("report", ReportApplication.class, heap, reportPort, months);
        processes.add(report);
        report.awaitHttpOk(http, report().resolve(READINESS));
    }

    private MeasuredProcess start(
            String name, Class<?> application, String heap, int port, Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.putAll(Map.ofEntries(
                Map.entry("RAPPORT_KAFKA", bootstrap()),
                Map.entry("RAPPORT_MONGODB_URI", store),
                Map.entry("RAPPORT_REPORT_DATABASE", database()),
                Map.entry("RAPPORT_SCORING_URL", base(scoringPort).toString()),
                Map.entry("RAPPORT_ADMIN_TOKEN", MeasuredInstallation.TOKEN),
                Map.entry("RAPPORT_HASH_KEY", MeasuredInstallation.TOKEN),
                Map.entry("RAPPORT_TOPICS_PARTITIONS", PARTITIONS),
                Map.entry("RAPPORT_DAYS_HOST", "127.0.0.1"),
                Map.entry("RAPPORT_INSTANCE", name),
                Map.entry("RAPPORT_STREAMS_STATE_DIR", folder.resolve("streams").toString()),
                Map.entry("PORT", String.valueOf(port))));
        return MeasuredProcess.start(
                name,
                folder,
                List.of(heap, "-cp", System.getProperty("java.class.path"), application.getName()),
                environment);
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The port that the broker of the folder was started with first: its data contains it. */
    private static int brokerPort(Path folder) throws IOException {
        var file = folder.resolve("broker-port");
        if (!Files.exists(file)) {
            Files.writeString(file, String.valueOf(MeasuredInstallation.freePort()));
        }
        return Integer.parseInt(Files.readString(file));
    }
}
