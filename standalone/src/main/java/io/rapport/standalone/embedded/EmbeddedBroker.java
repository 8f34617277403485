package io.rapport.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadPoolExecutor;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/** A Kafka broker and controller in this process, on loopback, with its log in a folder that is kept. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int NODE = 1;

    /** The pool of Yammer's registry in which all meters tick. */
    private static final String METER_POOL = "meter-tick";

    private static final int METER_THREADS = 2;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker; returns when it accepts requests. Formats a folder without a log first.
     *
     * @param folder the log folder; created if missing
     * @param port the port for clients
     * @param controllerPort the port between broker and controller
     */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        return start(folder, port, controllerPort, Map.of());
    }

    /** As {@link #start(Path, int, int)}, with additional broker settings, which take precedence. */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort, Map<String, String> additional) {
        format(folder);
        stopMeterTicks();
        var settings = settings(folder, port, controllerPort);
        settings.putAll(additional);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, LOOPBACK + ":" + port);
    }

    /** The bootstrap servers, {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker; acknowledged records are in the folder. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /**
     * The meters of the broker, thousands of them, update their rates every five seconds each, and none of the rates is read. The
     * pool that does so stays without threads; counts are not affected.
     */
    private static void stopMeterTicks() {
        var pool = KafkaYammerMetrics.defaultRegistry().newScheduledThreadPool(METER_THREADS, METER_POOL);
        if (pool instanceof ThreadPoolExecutor executor) {
            executor.setThreadFactory(work -> null);
        }
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The broker's folder " + folder + " cannot be formatted", e);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);
        settings.put(
                "listeners", "BROKER://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        settings.put("advertised.listeners", "BROKER://" + LOOPBACK + ":" + port);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        singleNodeSettings(settings);
        return settings;
    }

    /** Settings of a single broker with little memory and few threads. */
    private static void singleNodeSettings(Properties settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        // Long enough for all threads of a stream to join: tasks that the first one got alone stay unevenly shared.
        settings.put("group.initial.rebalance.delay.ms", "500");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        // Each of these threads wakes every 300 ms; the controller has as many.
        settings.put("num.network.threads", "2");
        settings.put("listener.name.controller.num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", "134217728");
        settings.put("log.index.size.max.bytes", "1048576");
        // A transaction of a process that was killed blocks readers until it is aborted; the default is 10 seconds.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
        // The controller writes nothing while nothing changes: no other node depends on its heartbeat.
        settings.put("metadata.max.idle.interval.ms", "0");
        settings.put("broker.heartbeat.interval.ms", "5000");
        settings.put("broker.session.timeout.ms", "30000");
        // Both write or read files of all logs each time; the defaults are 5 and 15 seconds.
        settings.put("replica.high.watermark.checkpoint.interval.ms", "60000");
        settings.put("log.cleaner.backoff.ms", "60000");
    }
}
