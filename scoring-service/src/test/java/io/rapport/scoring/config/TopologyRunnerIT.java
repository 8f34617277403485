package io.rapport.scoring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.test.TestBroker;
import java.nio.file.Path;
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
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** On a real broker: a failed stream is restarted. */
class TopologyRunnerIT {

    private static final String TOPIC = "everywhere";

    @TempDir
    Path folder;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void failedStreamIsRestarted() throws Exception {
        try (var admin = Admin.create(TestBroker.client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(TestBroker.client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
        }
        var runner =
                new TopologyRunner(CompletableFuture.completedFuture(null), this::stream, new SimpleMeterRegistry());
        runner.start();
        try {
            await().until(() -> taken.get() == 1);
            await().until(() -> runner.health().getStatus().equals(Status.UP));
            assertThat(begun).hasValue(2);
        } finally {
            runner.stop();
        }
        assertThat(runner.isRunning()).isFalse();
    }

    private Processor<String, String, Void, Void> taker(boolean fails) {
        return record -> {
            if (fails) {
                throw new IllegalStateException("The first one always fails");
            }
            taken.incrementAndGet();
        };
    }

    /** The first stream fails at the first record of its global table, which ends the stream. */
    private KafkaStreams stream() {
        var fails = begun.incrementAndGet() == 1;
        var store =
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("table"), Serdes.String(), Serdes.String());
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                store.withLoggingDisabled(),
                TOPIC,
                Consumed.with(Serdes.String(), Serdes.String()),
                () -> taker(fails));

        var settings = new Properties();
        settings.putAll(TestBroker.client());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "gives-up");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return new KafkaStreams(builder.build(), settings);
    }
}
