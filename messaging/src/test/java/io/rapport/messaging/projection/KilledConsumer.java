package io.rapport.messaging.projection;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.messaging.consume.DeadLetterQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A process of its own with one projection that is killed without a chance to leave its group. */
final class KilledConsumer {

    private static final String JOINED = "joined";

    private KilledConsumer() {}

    /**
     * Starts a process, waits until it has partitions of the topic, and kills it.
     *
     * @param instance the name of the static member; empty for a dynamic one
     * @param session how long the group waits for a heartbeat
     */
    static void run(String bootstrap, String group, String instance, Duration session) throws InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var command = List.of(
                java,
                "-Xmx128m",
                "-cp",
                classes,
                KilledConsumer.class.getName(),
                bootstrap,
                group,
                instance,
                String.valueOf(session.toMillis()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                if (out.lines().noneMatch(JOINED::equals)) {
                    throw new IllegalStateException("The process ended before it had partitions");
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Joins the group and prints a line once it has partitions. */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = Map.<String, Object>of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                arguments[0],
                CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG,
                arguments[3]);
        var meters = new SimpleMeterRegistry();
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        var consumers = new ProjectionConsumerFactory(
                settings, new DeadLetterQueue(producer, "unused", meters, Set::of), arguments[2]);
        Runnable rebalanced = () -> System.out.println(JOINED);
        var projection = new Projection<>(arguments[1], Topic.BRAND_DAY, BrandDayTurned.class, batch -> {}, rebalanced);
        new ProjectionRunner(consumers, settings, meters, null).start(List.of(projection));
        Thread.sleep(Long.MAX_VALUE);
    }
}
