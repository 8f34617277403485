package io.rapport.standalone.launcher;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.EmbeddedStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Brings one standalone up, part by part; what it has opened is closed by the caller, also after a failure. */
record InstallationStarter(CloseableStack opened, DataFolder folder, LoopbackPorts ports, StartupProgress progress) {

    ConnectionInfo run(ExternalServices outside) throws InterruptedException {
        withdraw();
        var kafka = outside.kafka() != null ? outside.kafka() : broker();
        var mongo = outside.mongo() != null ? outside.mongo() : store();
        var connection = new ConnectionInfo(
                ServiceDefinition.INGEST.baseUrl(ports),
                ServiceDefinition.IDENTITY.baseUrl(ports),
                ServiceDefinition.SCORING.baseUrl(ports),
                ServiceDefinition.REPORT.baseUrl(ports),
                kafka,
                mongo,
                folder.adminToken());
        progress.print("starting the four services");
        var services = opened.add(new ServiceContexts());
        services.start(service -> settings(service, connection, outside));
        new ReadinessAwaiter(services, ports, progress).await();
        publish(connection);
        return connection;
    }

    private String broker() {
        progress.print("starting the broker");
        return opened.add(EmbeddedBroker.start(folder.kafka(), ports.kafka(), ports.controller()))
                .bootstrapServers();
    }

    private String store() {
        return opened.add(EmbeddedStore.start(ports.mongo())).uri();
    }

    private Map<String, String> settings(
            ServiceDefinition service, ConnectionInfo connection, ExternalServices outside) {
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(service.port(ports)));
        settings.put("RAPPORT_KAFKA", connection.kafka());
        settings.put("RAPPORT_MONGODB_URI", connection.mongo());
        settings.put("rapport.admin-token", connection.token());
        settings.put("rapport.email-hash-key", folder.emailHashKey());
        settings.put("rapport.hash-key", folder.emailHashKey());
        settings.put("rapport.web.identity-url", connection.identity());
        settings.put("rapport.web.report-url", connection.report());
        settings.put("rapport.streams.state-dir", folder.streams().toString());
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        if (outside.mongo() == null) {
            // All of a list has to fit into the memory of the store.
            settings.put("rapport.ingest.max-list", "128MB");
            settings.put("rapport.ingest.max-list-rows", "100000");
        }
        if (outside.kafka() == null) {
            // After a kill the broker waits this long for the process that was, before it lets the new one work.
            settings.put("spring.kafka.properties.session.timeout.ms", "15000");
            settings.put("rapport.topics.partitions", "3");
            settings.put("rapport.topics.replication", "1");
        }
        return settings;
    }

    /** A process that was killed could not take its word back. */
    private void withdraw() {
        var file = folder.connectionFile();
        try {
            file.delete();
        } catch (IOException e) {
            throw new StartupException("The file " + file.path() + " is old and cannot be deleted.", e);
        }
    }

    private void publish(ConnectionInfo connection) {
        var file = folder.connectionFile();
        try {
            file.write(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(connection) + "\n");
            opened.add(file::delete);
        } catch (IOException e) {
            throw new StartupException("The file " + file.path() + " cannot be written.", e);
        }
    }
}
