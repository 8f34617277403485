package io.rapport.messaging.reader;

import io.rapport.contracts.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A small compacted topic as a table in memory, kept up to date by the {@link TableReader} of the service. Every instance holds all rows.
 * Meant for settings such as brands and tokens, not for people.
 *
 * @param <V> the type of the topic's events
 */
public final class TopicTable<V> {

    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final BiConsumer<String, @Nullable V> listener;
    private final CompletableFuture<Void> caughtUp;

    /**
     * A table that is filled in the background once {@link TopicReaderFactory#tables} has started and the topic exists.
     *
     * @param topicsCreated completes when the topic exists
     * @param listener called with each change, in order and from one thread, before the change is visible in the table; a
     *     null value means that the row was removed
     */
    public TopicTable(
            Topic topic,
            Class<V> type,
            TopicReaderFactory readers,
            CompletableFuture<Void> topicsCreated,
            BiConsumer<String, @Nullable V> listener) {
        this.listener = listener;
        this.caughtUp = readers.tables()
                .add(
                        TopicSubscription.fromBeginning(
                                topic, type, batch -> batch.forEach(each -> change(each.key(), each.value()))),
                        topicsCreated);
    }

    /** The row under a key, or null. */
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    /** A copy of all rows, by key. */
    public Map<String, V> rows() {
        return Map.copyOf(rows);
    }

    /** Completes when this and all other tables of the service hold everything that was on their topics when they started. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    private void change(String key, @Nullable V value) {
        listener.accept(key, value);
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
    }
}
