package io.rapport.scoring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.test.TestBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** On a real broker: a stream that runs and does not commit is restarted. */
class StreamWatchdogIT {

    private static final String GROUP = "stalls";
    private static final String TOPIC = "stalled-topic";
    private static final StreamWatchdog.Limits LIMITS =
            new StreamWatchdog.Limits(Duration.ofMillis(200), Duration.ofSeconds(4));

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger processed = new AtomicInteger();

    @Test
    void stalledStreamIsNotReadyAndIsRestarted() throws Exception {
        try (var admin = Admin.create(TestBroker.client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        var runner = new TopologyRunner(CompletableFuture.completedFuture(null), this::stream, meters);
        var watchdog = new StreamWatchdog(
                runner,
                () -> new GroupOffsets(Admin.create(TestBroker.client()), GROUP, List.of(TOPIC)),
                LIMITS,
                Clock.systemUTC(),
                meters);
        runner.start();
        watchdog.start();
        try {
            // Without records a stream that does nothing is not stalled.
            await().until(() -> runner.runningPartitions() != null);
            Thread.sleep(LIMITS.limit().plusSeconds(1).toMillis());
            assertThat(streams).hasValue(1);
            assertThat(watchdog.health().getStatus()).isEqualTo(Status.UP);

            send();

            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> watchdog.health().getStatus().equals(Status.OUT_OF_SERVICE));
            assertThat(meters.get("rapport.scoring.stalled.seconds").gauge().value())
                    .isGreaterThanOrEqualTo(LIMITS.limit().toSeconds());
            await().until(() -> processed.get() == 1);
            await().until(() -> watchdog.health().getStatus().equals(Status.UP));
            assertThat(streams).hasValue(2);
            assertThat(meters.get("rapport.scoring.stream.restarts").counter().count())
                    .isEqualTo(1);
        } finally {
            watchdog.stop();
            runner.stop();
        }
    }

    private static void send() throws Exception {
        try (var producer = new KafkaProducer<>(TestBroker.client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
        }
    }

    /** The first stream is paused: it runs, is a member of its group and processes nothing. */
    private KafkaStreams stream() {
        var builder = new StreamsBuilder();
        builder.stream(TOPIC, Consumed.with(Serdes.String(), Serdes.String()))
                .foreach((key, value) -> processed.incrementAndGet());
        var settings = new Properties();
        settings.putAll(TestBroker.client());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put("auto.offset.reset", "earliest");
        var stream = new KafkaStreams(builder.build(), settings);
        if (streams.incrementAndGet() == 1) {
            stream.pause();
        }
        return stream;
    }
}
