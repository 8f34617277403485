package io.rapport.standalone.launcher;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import io.rapport.web.capacity.MemoryReading;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts the parts of an installation; the caller closes the resources, also after a failure.
 *
 * @param memory the memory that limits the embedded store
 */
record InstallationStarter(
        CloseableStack resources,
        DataFolder folder,
        LoopbackPorts ports,
        StartupProgress progress,
        MemoryReading memory) {

    ConnectionInfo run(ExternalServices external) throws InterruptedException {
        deleteOldConnectionFile();
        var kafka = external.kafka() != null ? external.kafka() : startBroker();
        var mongo = external.mongo() != null ? external.mongo() : startStore();
        var connection = new ConnectionInfo(
                ServiceDefinition.GATEWAY.baseUrl(ports),
                ServiceDefinition.INGEST.baseUrl(ports),
                ServiceDefinition.IDENTITY.baseUrl(ports),
                ServiceDefinition.SCORING.baseUrl(ports),
                ServiceDefinition.REPORT.baseUrl(ports),
                kafka,
                mongo,
                folder.adminToken());
        progress.print("starting the four services");
        var services = resources.add(new ServiceContexts());
        services.start(
                service -> service == ServiceDefinition.GATEWAY
                        ? gatewaySettings(connection)
                        : settings(service, connection, external),
                external.mongo() == null ? memory : null);
        new ReadinessAwaiter(services, ports, progress).await();
        writeConnectionFile(connection);
        return connection;
    }

    private String startBroker() {
        progress.print("starting the broker");
        return resources
                .add(EmbeddedBroker.start(folder.kafka(), ports.kafka(), ports.controller()))
                .bootstrapServers();
    }

    private String startStore() {
        return resources.add(EmbeddedStore.start(ports.mongo())).uri();
    }

    private Map<String, String> gatewaySettings(ConnectionInfo connection) {
        return Map.of(
                "rapport.gateway.address", "127.0.0.1",
                "rapport.gateway.port", String.valueOf(ServiceDefinition.GATEWAY.port(ports)),
                "rapport.gateway.backends.ingest", connection.ingest(),
                "rapport.gateway.backends.identity", connection.identity(),
                "rapport.gateway.backends.scoring", connection.scoring(),
                "rapport.gateway.backends.report", connection.report());
    }

    private Map<String, String> settings(
            ServiceDefinition service, ConnectionInfo connection, ExternalServices external) {
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(service.port(ports)));
        settings.put("RAPPORT_KAFKA", connection.kafka());
        settings.put("RAPPORT_MONGODB_URI", connection.mongo());
        settings.put("rapport.admin-token", connection.token());
        settings.put("rapport.web.session.suffix", String.valueOf(ServiceDefinition.GATEWAY.port(ports)));
        settings.put("rapport.email-hash-key", folder.emailHashKey());
        settings.put("rapport.hash-key", folder.emailHashKey());
        settings.put("rapport.secrets-key", folder.secretsKey());
        settings.put("rapport.scoring-url", connection.scoring());
        settings.put("rapport.ingest-url", connection.ingest());
        settings.put("rapport.streams.state-dir", folder.streams().toString());
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        if (external.mongo() == null) {
            // A list must fit into the memory of the store.
            settings.put("rapport.ingest.max-list", "128MB");
            settings.put("rapport.ingest.max-list-rows", "100000");
        }
        if (external.kafka() == null) {
            settings.put("rapport.instance", "standalone");
            // The consumers end with the broker and, as static members of their groups, get their partitions back at
            // once: no other instance waits for them. Fewer requests save CPU while idle.
            settings.put("spring.kafka.properties[session.timeout.ms]", "30000");
            settings.put("spring.kafka.properties[heartbeat.interval.ms]", "10000");
            settings.put("spring.kafka.consumer.fetch-min-size", "1B");
            settings.put("spring.kafka.consumer.fetch-max-wait", "8s");
            // Newly assigned partitions wait for the end of a fetch, and the stream is assigned them one after another.
            settings.put("spring.kafka.streams.properties[main.consumer.fetch.min.bytes]", "1");
            settings.put("spring.kafka.streams.properties[main.consumer.fetch.max.wait.ms]", "2000");
            settings.put("rapport.topics.partitions", "3");
            settings.put("rapport.topics.replication", "1");
        }
        return settings;
    }

    /** A process that was killed could not delete the file. */
    private void deleteOldConnectionFile() {
        var file = folder.connectionFile();
        try {
            file.delete();
        } catch (IOException e) {
            throw new StartupException("The file " + file.path() + " of an earlier process cannot be deleted.", e);
        }
    }

    private void writeConnectionFile(ConnectionInfo connection) {
        var file = folder.connectionFile();
        try {
            file.write(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(connection) + "\n");
            resources.add(file::delete);
        } catch (IOException e) {
            throw new StartupException("The file " + file.path() + " cannot be written.", e);
        }
    }
}
