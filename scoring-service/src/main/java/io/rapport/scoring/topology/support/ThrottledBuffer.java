package io.rapport.scoring.topology.support;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.ArrayList;
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
 * Changes that are gathered by key, and sent on at most once a second for each. It knows only keys of the last second, so
 * that looking through them is cheap.
 */
public final class ThrottledBuffer<T> {

    private final KeyValueStore<String, PendingChange<T>> store;
    private final BinaryOperator<T> plus;

    /**
     * What waits for a key.
     *
     * @param change since the last time; null when there is none
     * @param sentAt wall-clock milliseconds
     */
    record PendingChange<T>(@Nullable T change, long sentAt) {}

    /**
     * Gathers in a store.
     *
     * @param store a name that {@link #storeBuilder} was declared with
     * @param plus adds two changes up
     */
    public ThrottledBuffer(ProcessorContext<String, Object> context, String store, BinaryOperator<T> plus) {
        this.store = context.getStateStore(store);
        this.plus = plus;
    }

    /** What it needs: a store in memory, of changes in the given form. */
    public static <T> StoreBuilder<KeyValueStore<String, PendingChange<T>>> storeBuilder(String name, BinarySerde<T> serde) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name),
                        Serdes.String(),
                        serde(serde).cached())
                .withCachingEnabled();
    }

    /** Adds to what waits for a key. */
    public void add(String key, T change) {
        var before = store.get(key);
        if (before == null) {
            store.put(key, new PendingChange<>(change, 0));
        } else {
            var sum = before.change == null ? change : plus.apply(before.change, change);
            store.put(key, new PendingChange<>(sum, before.sentAt));
        }
    }

    /** Gives everything that is due, stamped with the wall clock. */
    public void sendDue(long now, Consumer<Record<String, T>> to) {
        for (var key : dueEntries(now)) {
            if (key.value.change == null) {
                store.delete(key.key);
            } else {
                store.put(key.key, new PendingChange<>(null, now));
                to.accept(new Record<>(key.key, key.value.change, now));
            }
        }
    }

    private ArrayList<KeyValue<String, PendingChange<T>>> dueEntries(long now) {
        var rested = new ArrayList<KeyValue<String, PendingChange<T>>>();
        try (var all = store.all()) {
            all.forEachRemaining(key -> {
                if (WallClockSchedule.isDue(key.value.sentAt, now)) {
                    rested.add(key);
                }
            });
        }
        return rested;
    }

    private static <T> BinarySerde<PendingChange<T>> serde(BinarySerde<T> serde) {
        return new BinarySerde<>(
                waiting -> {
                    var out = new BinaryWriter(1).number(waiting.sentAt).flag(waiting.change != null);
                    return waiting.change == null
                            ? out.toBytes()
                            : out.bytes(serde.write().apply(waiting.change)).toBytes();
                },
                bytes -> BinaryReader.read(bytes, 1, in -> {
                    var sentAt = in.int64();
                    return new PendingChange<>(in.bool() ? serde.read().apply(in.bytes()) : null, sentAt);
                }));
    }
}
