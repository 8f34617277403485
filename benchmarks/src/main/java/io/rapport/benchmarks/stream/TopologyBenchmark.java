package io.rapport.benchmarks.stream;

import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredProcess;
import io.rapport.benchmarks.process.MeasuredStreams;
import io.rapport.benchmarks.process.ProcessHost;
import io.rapport.benchmarks.process.StateFolderSizes;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Measures the stream of scoring alone, with exactly-once processing and a broker in its own process: throughput with few and
 * with many handles in its state, compared with a stream that only copies engagements; the duration of a day turn and the latency
 * of live events meanwhile; the size of the state and the duration of a restore.
 */
final class TopologyBenchmark {

    private static final int PARTITIONS = 4;
    private static final int LIVE_PER_SECOND = 300;
    private static final int IDLE_DAY_SECONDS = 20;
    private static final int SETTLED_MILLIS = 5000;

    private final Path folder;
    private final String bootstrap;
    private final Admin admin;
    private final TopicTraffic traffic;
    private final MeasuredProcess broker;

    private TopologyBenchmark(Path folder, String bootstrap, Admin admin, MeasuredProcess broker) {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.admin = admin;
        this.broker = broker;
        this.traffic = new TopicTraffic(bootstrap);
    }

    /** Arguments {@code [COUNT [FEW [MANY]]]}: engagements in each measured round, and handles in the state. */
    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var few = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        var folder = Files.createTempDirectory("rapport-topology");
        print("logs and data in %s", folder);
        var port = freePort();
        var bootstrap = "127.0.0.1:" + port;
        try (var broker = startHost("broker", folder, List.of(String.valueOf(port), folder + "/kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopologyBenchmark(folder, bootstrap, admin, broker).run(count, few, many);
        }
        StateFolderSizes.delete(folder);
    }

    private void run(int count, int few, int many) throws Exception {
        createTopics();
        try (traffic) {
            traffic.register();
            measureScoring(count, few, many);
            var before = printState(many);
            StateFolderSizes.delete(stateFolder());
            measureRestore();
            print("stores that differ after the restore: %s", before.differences(StateFolderSizes.read(stateFolder())));
            measurePassThrough(count);
        }
    }

    private void createTopics() throws Exception {
        var topics = new TopicsProperties(PARTITIONS, (short) 1, null);
        new TopicCreator(Map.of("bootstrap.servers", bootstrap), topics, List.of("rapport.scoring.dead-letter.v1"))
                .created()
                .get();
        admin.createTopics(List.of(new NewTopic(MeasuredStreams.COPY, PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    private void measureScoring(int count, int few, int many) throws Exception {
        try (var scoring =
                startHost("scoring", folder, List.of(bootstrap, stateFolder().toString()))) {
            var backlog = new StreamBacklog(admin, ScoringStreamsSettings.APPLICATION);
            measure("fill", scoring, backlog, few, () -> traffic.fill(0, few));
            measure("warm-up", scoring, backlog, count, () -> traffic.sendEngagements(count, few));
            measure("scoring, " + few + " handles", scoring, backlog, count, () -> traffic.sendEngagements(count, few));
            measureDayTurn(scoring, few);
            measure("fill", scoring, backlog, many - few, () -> traffic.fill(few, many));
            measure(
                    "scoring, " + many + " handles",
                    scoring,
                    backlog,
                    count,
                    () -> traffic.sendEngagements(count, many));
            measureDayTurn(scoring, many);
            backlog.awaitEmpty();
            // All deferred states are published by then, so that a restart publishes nothing.
            Thread.sleep(SETTLED_MILLIS);
            scoring.shutDown();
        }
    }

    private void measureDayTurn(MeasuredProcess scoring, int handles) throws Exception {
        try (var subscriber = new LiveScoreSubscriber(bootstrap)) {
            var live = new LiveLoad(traffic, subscriber, handles, LIVE_PER_SECOND);
            live.sendFor(IDLE_DAY_SECONDS / 4);
            print("without a day turn: %s", live.sendFor(IDLE_DAY_SECONDS));
            List.of(scoring, broker).forEach(MeasuredProcess::startMeasurement);
            var start = System.nanoTime();
            var latencies = live.sendUntilDay(traffic.turnDay());
            var seconds = (System.nanoTime() - start) / 1e9;
            print("day turn for %,d people in %.1f s; meanwhile %s", handles, seconds, latencies);
            printCpu(List.of(scoring, broker), handles);
        }
    }

    private StateFolderSizes printState(int handles) throws Exception {
        var state = StateFolderSizes.read(stateFolder());
        state.stores()
                .forEach((name, store) -> print(
                        "  %-22s %,10d entries, %5.0f bytes and %5.0f on disk per handle",
                        name, store.entries(), (double) store.bytes() / handles, (double) store.onDisk() / handles));
        print("  changelogs on disk: %.0f bytes per handle", (double) changelogBytes() / handles);
        return state;
    }

    private long changelogBytes() throws Exception {
        var brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().endsWith("-changelog"))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private void measureRestore() throws Exception {
        var start = System.nanoTime();
        try (var scoring =
                startHost("scoring", folder, List.of(bootstrap, stateFolder().toString()))) {
            scoring.startMeasurement();
            scoring.awaitReady();
            print("restored in %.1f s from the start of the process", (System.nanoTime() - start) / 1e9);
            new StreamBacklog(admin, ScoringStreamsSettings.APPLICATION).awaitEmpty();
            scoring.shutDown();
        }
    }

    private void measurePassThrough(int count) throws Exception {
        try (var copying = startHost("pass-through", folder, List.of(bootstrap, folder + "/copying"))) {
            var backlog = new StreamBacklog(admin, "benchmark-pass-through");
            // All earlier engagements are the warm-up.
            backlog.awaitEmpty();
            measure("pass-through", copying, backlog, count, () -> traffic.sendEngagements(count, count));
        }
    }

    private void measure(String label, MeasuredProcess process, StreamBacklog backlog, int count, Runnable load)
            throws Exception {
        var processes = List.of(process, broker);
        var before = TopicBytes.read(admin);
        processes.forEach(MeasuredProcess::startMeasurement);
        var start = System.nanoTime();
        load.run();
        print("%s: %,d, %,.0f a second", label, count, count / ((backlog.awaitEmpty() - start) / 1e9));
        printCpu(processes, count);
        printTopics(before, count);
    }

    private void printTopics(TopicBytes before, int count) throws Exception {
        var after = TopicBytes.read(admin);
        for (var topic : after.topics().keySet()) {
            var added = after.since(before, topic);
            if (added.records() * 100 >= count) {
                print(
                        "  %-60s %5.2f records and %4.0f bytes per engagement",
                        topic, (double) added.records() / count, (double) added.bytes() / count);
            }
        }
    }

    private static void printCpu(List<MeasuredProcess> processes, int count) {
        for (var process : processes) {
            print(
                    "  %-12s %6.1f µs of CPU each",
                    process.name(), process.measuredCpu().toNanos() / 1e3 / count);
        }
    }

    private Path stateFolder() {
        return folder.resolve("streams");
    }

    private static MeasuredProcess startHost(String role, Path folder, List<String> hostArguments) throws IOException {
        var command = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), ProcessHost.class.getName(), role));
        command.addAll(hostArguments);
        return MeasuredProcess.start(role, folder, command, Map.of());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
