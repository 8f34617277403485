package io.rapport.scoring.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads and deletes a range of keys in batches, which bounds the memory. */
public final class KeyRange {

    private static final int BATCH_SIZE = 500;

    private KeyRange() {}

    /** Reads the first entries from a key up to another. */
    public static <V> List<KeyValue<String, V>> read(KeyValueStore<String, V> store, String from, String to, int most) {
        var entries = new ArrayList<KeyValue<String, V>>();
        try (var range = store.range(from, to)) {
            while (range.hasNext() && entries.size() < most) {
                entries.add(range.next());
            }
        }
        return entries;
    }

    /**
     * Reads all entries from a key up to another.
     *
     * @param action called with each entry, which it may change or delete
     * @return the number of entries
     */
    public static <V> int forEach(
            KeyValueStore<String, V> store, String from, String to, Consumer<KeyValue<String, V>> action) {
        var count = 0;
        for (var batch = read(store, from, to, BATCH_SIZE); !batch.isEmpty(); ) {
            batch.forEach(action);
            count += batch.size();
            batch = read(store, StoreKeys.successor(batch.get(batch.size() - 1).key), to, BATCH_SIZE);
        }
        return count;
    }

    /**
     * Deletes everything below a key.
     *
     * @param before called with each entry before it is deleted
     */
    public static <V> void deleteBelow(
            KeyValueStore<String, V> store, String key, Consumer<KeyValue<String, V>> before) {
        forEach(store, StoreKeys.prefixOf(key), StoreKeys.prefixEnd(key), entry -> {
            before.accept(entry);
            store.delete(entry.key);
        });
    }
}
