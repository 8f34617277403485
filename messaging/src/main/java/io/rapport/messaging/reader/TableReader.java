package io.rapport.messaging.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the {@link TopicTable}s of a service with one consumer. Starts with the application context, when all tables are known,
 * before anything else that starts with it, and ends after everything else.
 */
public final class TableReader implements SmartLifecycle {

    private static final String NAME = "tables";

    private final TopicReaderFactory factory;
    private final Map<CompletableFuture<Void>, TableGroup> groups = new LinkedHashMap<>();
    private boolean running;

    TableReader(TopicReaderFactory factory) {
        this.factory = factory;
    }

    /**
     * Adds a table.
     *
     * @param topicsCreated completes when its topic exists; tables with the same one are read together
     * @return completes when these tables hold everything that was on their topics when the reader started
     * @throws IllegalStateException if the reader has started
     */
    public synchronized CompletableFuture<Void> add(TopicSubscription<?> table, CompletableFuture<Void> topicsCreated) {
        if (running) {
            throw new IllegalStateException("The tables are being read: " + table.topic() + " cannot be added");
        }
        var group = groups.computeIfAbsent(topicsCreated, created -> new TableGroup());
        group.tables.add(table);
        return group.caughtUp;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            groups.forEach(this::start);
        }
    }

    private void start(CompletableFuture<Void> topicsCreated, TableGroup group) {
        var reader = factory.reader(NAME, group.tables.toArray(TopicSubscription<?>[]::new));
        group.reader = reader;
        reader.caughtUp().thenRun(() -> group.caughtUp.complete(null));
        reader.start(topicsCreated);
    }

    @Override
    public synchronized void stop() {
        groups.values().forEach(group -> {
            if (group.reader != null) {
                group.reader.destroy();
            }
        });
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private static final class TableGroup {

        private final List<TopicSubscription<?>> tables = new ArrayList<>();
        private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        private @Nullable TopicReader reader;
    }
}
