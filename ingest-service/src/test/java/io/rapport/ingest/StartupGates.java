package io.rapport.ingest;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Delays the loading of earlier state at startup until each gate is opened. */
final class StartupGates implements BeanPostProcessor {

    final CompletableFuture<Void> mappings = new CompletableFuture<>();
    final CompletableFuture<Void> connections = new CompletableFuture<>();
    final CompletableFuture<Void> clients = new CompletableFuture<>();
    private @Nullable TopicReaderFactory readers;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (name) {
            case "topicReaders" -> readers = (TopicReaderFactory) bean;
            case "columnMappingTable" -> table(Topic.CLIENT_COLUMNS, ClientColumnsMapped.class, mappings);
            case "connectionTable" -> table(Topic.CONNECTION_CONFIGURED, ConnectionConfigured.class, connections);
            case "clientDigestRestoration" -> clients((Runnable) bean);
            default -> bean;
        };
    }

    private <V> TopicTable<V> table(Topic topic, Class<V> type, CompletableFuture<Void> gate) {
        return new TopicTable<>(topic, type, Objects.requireNonNull(readers), gate, (key, row) -> {});
    }

    private Runnable clients(Runnable restoration) {
        return () -> {
            try {
                clients.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
            restoration.run();
        };
    }
}
