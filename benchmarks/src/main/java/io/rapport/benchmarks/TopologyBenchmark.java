package io.rapport.benchmarks;

import io.rapport.messaging.topic.TopicCreator;
import io.rapport.messaging.topic.TopicsProperties;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Scoring's stream alone, on a broker in a process of its own, exactly once: engagements a second with few and with many
 * handles in its state, against a stream that only copies them; how long a day takes to turn and live events wait
 * meanwhile; what the state takes, and how long it takes to be restored.
 */
final class TopologyBenchmark {

    private static final int PARTITIONS = 4;
    private static final int LIVE_PER_SECOND = 300;
    private static final int QUIET_SECONDS = 20;
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

    /** {@code [COUNT [FEW [MANY]]]}: engagements in each measured round, and handles in the state. */
    public static void main(String[] words) throws Exception {
        var count = words.length > 0 ? Integer.parseInt(words[0]) : 100_000;
        var few = words.length > 1 ? Integer.parseInt(words[1]) : 100_000;
        var many = words.length > 2 ? Integer.parseInt(words[2]) : 1_000_000;
        var folder = Files.createTempDirectory("rapport-topology");
        print("logs and data in %s", folder);
        var port = freePort();
        var bootstrap = "127.0.0.1:" + port;
        try (var broker = surroundings("broker", folder, List.of(String.valueOf(port), folder + "/kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopologyBenchmark(folder, bootstrap, admin, broker).run(count, few, many);
        }
        StateFolderSizes.delete(folder);
    }

    private void run(int count, int few, int many) throws Exception {
        createTopics();
        try (traffic) {
            traffic.register();
            scoring(count, few, many);
            var before = state(many);
            StateFolderSizes.delete(stateFolder());
            restore();
            print("restored otherwise than it was: %s", before.others(StateFolderSizes.read(stateFolder())));
            passThrough(count);
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

    private void scoring(int count, int few, int many) throws Exception {
        try (var scoring =
                surroundings("scoring", folder, List.of(bootstrap, stateFolder().toString()))) {
            var backlog = new StreamBacklog(admin, ScoringStreamsSettings.APPLICATION);
            measure("fill", scoring, backlog, few, () -> traffic.fill(0, few));
            measure("warm-up", scoring, backlog, count, () -> traffic.engage(count, few));
            measure("scoring, " + few + " handles", scoring, backlog, count, () -> traffic.engage(count, few));
            dayTurn(scoring, few);
            measure("fill", scoring, backlog, many - few, () -> traffic.fill(few, many));
            measure("scoring, " + many + " handles", scoring, backlog, count, () -> traffic.engage(count, many));
            dayTurn(scoring, many);
            backlog.awaitEmpty();
            // By then nothing waits to be published that a restart would publish.
            Thread.sleep(SETTLED_MILLIS);
            scoring.end();
        }
    }

    private void dayTurn(MeasuredProcess scoring, int handles) throws Exception {
        try (var watch = new LiveScoreSubscriber(bootstrap)) {
            var live = new LiveLoad(traffic, watch, handles, LIVE_PER_SECOND);
            live.quiet(QUIET_SECONDS / 4);
            print("on a quiet day: %s", live.quiet(QUIET_SECONDS));
            List.of(scoring, broker).forEach(MeasuredProcess::mark);
            var start = System.nanoTime();
            var waits = live.untilDay(traffic.turnDay());
            var seconds = (System.nanoTime() - start) / 1e9;
            print("day turned for %,d people in %.1f s; meanwhile %s", handles, seconds, waits);
            printCpu(List.of(scoring, broker), handles);
        }
    }

    private StateFolderSizes state(int handles) throws Exception {
        var state = StateFolderSizes.read(stateFolder());
        state.stores()
                .forEach((name, store) -> print(
                        "  %-22s %,10d entries, %5.0f bytes of it and %5.0f on disk a handle",
                        name, store.entries(), (double) store.bytes() / handles, (double) store.onDisk() / handles));
        print("  changelogs as they lie: %.0f bytes a handle", (double) changelogs() / handles);
        return state;
    }

    private long changelogs() throws Exception {
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

    private void restore() throws Exception {
        var start = System.nanoTime();
        try (var scoring =
                surroundings("scoring", folder, List.of(bootstrap, stateFolder().toString()))) {
            scoring.mark();
            scoring.awaitReady();
            print("restored in %.1f s from the start of the process", (System.nanoTime() - start) / 1e9);
            new StreamBacklog(admin, ScoringStreamsSettings.APPLICATION).awaitEmpty();
            scoring.end();
        }
    }

    private void passThrough(int count) throws Exception {
        try (var copying = surroundings("pass-through", folder, List.of(bootstrap, folder + "/copying"))) {
            var backlog = new StreamBacklog(admin, "benchmark-pass-through");
            // All that went before is its warm-up.
            backlog.awaitEmpty();
            measure("pass-through", copying, backlog, count, () -> traffic.engage(count, count));
        }
    }

    private void measure(String what, MeasuredProcess part, StreamBacklog backlog, int count, Runnable load)
            throws Exception {
        var parts = List.of(part, broker);
        var before = TopicBytes.now(admin);
        parts.forEach(MeasuredProcess::mark);
        var start = System.nanoTime();
        load.run();
        print("%s: %,d, %,.0f a second", what, count, count / ((backlog.awaitEmpty() - start) / 1e9));
        printCpu(parts, count);
        printWritten(before, count);
    }

    private void printWritten(TopicBytes before, int count) throws Exception {
        var after = TopicBytes.now(admin);
        for (var topic : after.topics().keySet()) {
            var more = after.since(before, topic);
            if (more.records() * 100 >= count) {
                print(
                        "  %-60s %5.2f records and %4.0f bytes an engagement",
                        topic, (double) more.records() / count, (double) more.bytes() / count);
            }
        }
    }

    private static void printCpu(List<MeasuredProcess> parts, int count) {
        for (var part : parts) {
            print("  %-12s %6.1f µs of CPU each", part.name(), part.sinceMark().toNanos() / 1e3 / count);
        }
    }

    private Path stateFolder() {
        return folder.resolve("streams");
    }

    private static MeasuredProcess surroundings(String what, Path folder, List<String> words) throws IOException {
        var arguments = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), ProcessHost.class.getName(), what));
        arguments.addAll(words);
        return MeasuredProcess.start(what, folder, arguments, Map.of());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
