package io.rapport.messaging.reader;

import io.rapport.contracts.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * A small compacted topic as a table in memory, kept up to date by a {@link TopicReader}. Every instance holds all rows.
 * Meant for settings such as brands and tokens, not for people.
 *
 * @param <V> the type of the topic's events
 */
public final class TopicTable<V> implements DisposableBean {

    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final BiConsumer<String, @Nullable V> listener;
    private final TopicReader reader;

    /**
     * A table that is filled in the background once the topic exists.
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
        this.reader = readers.reader(
                "table-" + topic.name(),
                TopicSubscription.fromBeginning(
                        topic, type, batch -> batch.forEach(each -> change(each.key(), each.value()))));
        reader.start(topicsCreated);
    }

    /** The row under a key, or null. */
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    /** A copy of all rows, by key. */
    public Map<String, V> rows() {
        return Map.copyOf(rows);
    }

    /** Completes when the table holds everything that was on the topic when it started. */
    public CompletableFuture<Void> caughtUp() {
        return reader.caughtUp();
    }

    @Override
    public void destroy() {
        reader.destroy();
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
