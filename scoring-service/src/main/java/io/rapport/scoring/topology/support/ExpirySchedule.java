package io.rapport.scoring.topology.support;

import io.rapport.scoring.topology.state.StoreKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Deletes the expired entries of a store. Scans the store in batches, from the start again after its end. */
public final class ExpirySchedule<V> {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int BATCH_SIZE = 1000;

    private final KeyValueStore<String, V> store;
    private final Condition<V> isExpired;
    private final Consumer<KeyValue<String, V>> deleted;
    private String cursor = "";

    private ExpirySchedule(
            KeyValueStore<String, V> store, Condition<V> isExpired, Consumer<KeyValue<String, V>> deleted) {
        this.store = store;
        this.isExpired = isExpired;
        this.deleted = deleted;
    }

    /** When an entry is expired. */
    @FunctionalInterface
    public interface Condition<V> {

        /** Whether an entry is expired; {@code now} is in wall-clock milliseconds. */
        boolean isExpired(String key, V value, long now);
    }

    /**
     * Scans a batch every ten seconds.
     *
     * @param deleted called with each entry after it was deleted
     */
    public static <V> void schedule(
            ProcessorContext<?, ?> context,
            KeyValueStore<String, V> store,
            Condition<V> isExpired,
            Consumer<KeyValue<String, V>> deleted) {
        WallClockSchedule.schedule(INTERVAL, context, new ExpirySchedule<>(store, isExpired, deleted)::deleteExpired);
    }

    private void deleteExpired(long now) {
        var expired = new ArrayList<KeyValue<String, V>>();
        var left = BATCH_SIZE;
        try (var rest = store.range(cursor, null)) {
            for (; rest.hasNext() && left > 0; left--) {
                var entry = rest.next();
                cursor = StoreKeys.successor(entry.key);
                if (isExpired.isExpired(entry.key, entry.value, now)) {
                    expired.add(entry);
                }
            }
            cursor = rest.hasNext() ? cursor : "";
        }
        for (var entry : expired) {
            store.delete(entry.key);
            deleted.accept(entry);
        }
    }
}
