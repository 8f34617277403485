package io.rapport.scoring.topology.support;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates changes by key and sends each key at most once a second. The store holds only keys of the last second, so
 * that a scan is cheap.
 */
public final class ThrottledBuffer<T> {

    private final KeyValueStore<String, PendingChange<T>> store;
    private final BinaryOperator<T> plus;

    /**
     * The pending change of a key.
     *
     * @param change the sum since the last time it was sent; null when there is none
     * @param sentAt wall-clock milliseconds
     */
    record PendingChange<T>(@Nullable T change, long sentAt) {}

    /**
     * Opens the buffer.
     *
     * @param store the name that {@link #storeBuilder} was called with
     * @param plus adds two changes
     */
    public ThrottledBuffer(ProcessorContext<?, ?> context, String store, BinaryOperator<T> plus) {
        this.store = context.getStateStore(store);
        this.plus = plus;
    }

    /** Returns the builder of the in-memory state store of a buffer. */
    public static <T> StoreBuilder<KeyValueStore<String, PendingChange<T>>> storeBuilder(
            String name, BinarySerde<T> serde) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name),
                        Serdes.String(),
                        serde(serde).cached())
                .withCachingEnabled();
    }

    /** Adds a change to the pending change of a key. */
    public void add(String key, T change) {
        var before = store.get(key);
        if (before == null) {
            store.put(key, new PendingChange<>(change, 0));
        } else {
            var sum = before.change == null ? change : plus.apply(before.change, change);
            store.put(key, new PendingChange<>(sum, before.sentAt));
        }
    }

    /** Sends the changes that are due, with the wall-clock time as their timestamp. */
    public void sendDue(long now, Consumer<Record<String, T>> output) {
        // Entries are counted when the record cache is flushed, by the next commit at the latest.
        if (store.approximateNumEntries() == 0) {
            return;
        }
        for (var entry : dueEntries(now)) {
            if (entry.value.change == null) {
                store.delete(entry.key);
            } else {
                store.put(entry.key, new PendingChange<>(null, now));
                output.accept(new Record<>(entry.key, entry.value.change, now));
            }
        }
    }

    private List<KeyValue<String, PendingChange<T>>> dueEntries(long now) {
        var due = new ArrayList<KeyValue<String, PendingChange<T>>>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (WallClockSchedule.isDue(entry.value.sentAt, now)) {
                    due.add(entry);
                }
            });
        }
        return due;
    }

    private static <T> BinarySerde<PendingChange<T>> serde(BinarySerde<T> serde) {
        return new BinarySerde<>(
                pending -> {
                    var out = new BinaryWriter(1).number(pending.sentAt).flag(pending.change != null);
                    return pending.change == null
                            ? out.toBytes()
                            : out.bytes(serde.write().apply(pending.change)).toBytes();
                },
                bytes -> BinaryReader.read(bytes, 1, in -> {
                    var sentAt = in.int64();
                    return new PendingChange<>(in.bool() ? serde.read().apply(in.bytes()) : null, sentAt);
                }));
    }
}
