package io.rapport.benchmarks;

import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicsProperties;
import io.rapport.scoring.topology.StreamsSettings;
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
 * handles in its state, against a stream that only copies them.
 */
final class TopologyBenchmark {

    private static final int PARTITIONS = 4;

    private final Path folder;
    private final String bootstrap;
    private final Admin admin;

    private TopologyBenchmark(Path folder, String bootstrap, Admin admin) {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.admin = admin;
    }

    /** {@code [HANDLES [COUNT]]}: how many handles are in the state, and how many engagements then come. */
    public static void main(String[] words) throws Exception {
        var handles = words.length > 0 ? Integer.parseInt(words[0]) : 100_000;
        var count = words.length > 1 ? Integer.parseInt(words[1]) : 200_000;
        var folder = Files.createTempDirectory("rapport-topology");
        print("logs and data in %s", folder);
        var port = freePort();
        var bootstrap = "127.0.0.1:" + port;
        try (var broker = surroundings("broker", folder, List.of(String.valueOf(port), folder + "/kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopologyBenchmark(folder, bootstrap, admin).run(broker, handles, count);
        }
    }

    private void run(Part broker, int handles, int count) throws Exception {
        var topics = new TopicsProperties(PARTITIONS, (short) 1, null);
        var creator = new TopicCreator(
                Map.of("bootstrap.servers", bootstrap), topics, List.of("rapport.scoring.dead-letter.v1"));
        creator.created().get();
        admin.createTopics(List.of(new NewTopic(Streams.COPY, PARTITIONS, (short) 1)))
                .all()
                .get();
        try (var traffic = new Traffic(bootstrap, handles)) {
            traffic.register();
            scoring(broker, traffic, handles, count);
            passThrough(broker, traffic, handles, count);
        }
    }

    private void scoring(Part broker, Traffic traffic, int handles, int count) throws Exception {
        try (var scoring = surroundings("scoring", folder, List.of(bootstrap, folder + "/streams"))) {
            var backlog = new Backlog(admin, StreamsSettings.APPLICATION);
            var start = System.nanoTime();
            traffic.assign();
            traffic.engage(0, handles);
            report("fill", List.of(scoring, broker), handles, backlog.awaitEmpty() - start);
            measure(
                    "scoring",
                    List.of(scoring, broker),
                    backlog,
                    () -> traffic.engage(handles, handles + count),
                    count);
        }
    }

    private void passThrough(Part broker, Traffic traffic, int handles, int count) throws Exception {
        try (var copying = surroundings("pass-through", folder, List.of(bootstrap, folder + "/copying"))) {
            var backlog = new Backlog(admin, "benchmark-pass-through");
            backlog.awaitEmpty();
            measure(
                    "pass-through",
                    List.of(copying, broker),
                    backlog,
                    () -> traffic.engage(handles + count, handles + 2L * count),
                    count);
        }
    }

    private void measure(String what, List<Part> parts, Backlog backlog, Runnable load, int count) throws Exception {
        parts.forEach(Part::mark);
        var start = System.nanoTime();
        load.run();
        report(what, parts, count, backlog.awaitEmpty() - start);
    }

    private static void report(String what, List<Part> parts, int count, long nanos) {
        print("%s: %,d, %,.0f a second", what, count, count / (nanos / 1e9));
        for (var part : parts) {
            print("  %-12s %6.1f µs of CPU each", part.name(), part.sinceMark().toNanos() / 1e3 / count);
        }
    }

    private static Part surroundings(String what, Path folder, List<String> words) throws IOException {
        var arguments = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), Surroundings.class.getName(), what));
        arguments.addAll(words);
        return Part.start(what, folder, arguments, Map.of());
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
