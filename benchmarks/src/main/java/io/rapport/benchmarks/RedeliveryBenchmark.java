package io.rapport.benchmarks;

import static io.rapport.benchmarks.BenchmarkOutput.print;
import static java.util.Objects.requireNonNull;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.topic.TopicPartitions;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Delivers events to a connection, each of them three times in random order, while ingest is killed with SIGKILL and started again. As
 * a platform does, it repeats a delivery until it is accepted. In the end each event has to be on the topic, and each has to be scored
 * once: the program exits with 1 if not.
 */
final class RedeliveryBenchmark {

    private static final int TIMES = 3;
    private static final int SENDERS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final JsonSerde<EngagementReceived> ENGAGEMENTS = new JsonSerde<>(EngagementReceived.class);

    private final MeasuredInstallation installation;
    private final SignedDeliveries deliveries;
    private final AtomicInteger accepted = new AtomicInteger();

    private RedeliveryBenchmark(MeasuredInstallation installation, SignedDeliveries deliveries) {
        this.installation = installation;
        this.deliveries = deliveries;
    }

    /** What is on the topic: the number of records, and of different engagements. */
    private record Published(long records, long engagements) {}

    /** Arguments {@code [EVENTS [KILLS]]}, 1 000 000 and 3 by default. */
    public static void main(String[] arguments) throws Exception {
        var events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var bodies = events / SignedDeliveries.SIZE;
        var folder = Files.createTempDirectory("rapport-redelivery");
        print("logs and data in %s", folder);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var counted = false;
        try (var installation = MeasuredInstallation.start(folder, http, List.of("ingest", "scoring"))) {
            new EngagementLoad(installation, http).register();
            var deliveries = new SignedDeliveries(installation, http);
            deliveries.connect();
            var benchmark = new RedeliveryBenchmark(installation, deliveries);
            benchmark.deliver(bodies, kills);
            counted = benchmark.isEachCountedOnce((long) bodies * SignedDeliveries.SIZE);
        }
        System.exit(counted ? 0 : 1);
    }

    private void deliver(int bodies, int kills) throws InterruptedException, ExecutionException {
        var order = new ArrayList<Integer>();
        for (var body = 0; body < bodies; body++) {
            order.addAll(Collections.nCopies(TIMES, body));
        }
        Collections.shuffle(order, new Random(1));
        var start = System.nanoTime();
        var senders = Executors.newFixedThreadPool(SENDERS);
        try {
            var sent = order.stream()
                    .<Future<?>>map(body -> senders.submit(() -> {
                        deliveries.deliver(body);
                        killWhenDue(accepted.incrementAndGet(), order.size(), kills);
                        return null;
                    }))
                    .toList();
            for (var each : sent) {
                each.get();
            }
        } finally {
            senders.shutdownNow();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        print(
                "%d deliveries of %d events accepted in %.0f s, %.0f events/s; repeated after %s",
                order.size(),
                SignedDeliveries.SIZE,
                seconds,
                (double) order.size() * SignedDeliveries.SIZE / seconds,
                deliveries.failures());
    }

    /** Kills ingest after equal parts of the deliveries, while the other senders deliver. */
    private void killWhenDue(int done, int all, int kills) throws Exception {
        for (var kill = 1; kill <= kills; kill++) {
            if (done == (long) all * kill / (kills + 1)) {
                installation.process("ingest").killAndRestart();
                print("kill -9 of ingest after %d of %d deliveries", done, all);
            }
        }
    }

    private boolean isEachCountedOnce(long events) throws InterruptedException {
        var published = published();
        print("on the topic: %d records of %d engagements", published.records(), published.engagements());
        try (var scores = new ScoreSubscriber(installation.bootstrap())) {
            var end = System.nanoTime() + LIMIT.toNanos();
            while (scores.received() < published.records() && System.nanoTime() < end) {
                Thread.sleep(500);
            }
            print(
                    "accounts: received %d, scored %d, duplicates %d, rejected %d",
                    scores.received(), scores.scored(), scores.duplicates(), scores.rejected());
            var once = published.engagements() == events
                    && scores.scored() == events
                    && scores.duplicates() == published.records() - events;
            print(once ? "each of %d events counts once" : "NOT each of %d events counts once", events);
            return once;
        }
    }

    private Published published() {
        var settings = Map.<String, Object>of("bootstrap.servers", installation.bootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TopicPartitions.of(consumer, Topic.ENGAGEMENT_RECEIVED);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = 0L;
            var ids = new HashSet<UUID>();
            while (!TopicPartitions.hasReached(consumer, ends)) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    ids.add(requireNonNull(ENGAGEMENTS.read(record.value())).id());
                }
            }
            return new Published(records, ids.size());
        }
    }
}
