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
     * Deletes everything below a key.
     *
     * @param before called with each entry before it is deleted
     */
    public static <V> void deleteBelow(
            KeyValueStore<String, V> store, String key, Consumer<KeyValue<String, V>> before) {
        var from = StoreKeys.prefixOf(key);
        var to = StoreKeys.prefixEnd(key);
        for (var batch = read(store, from, to, BATCH_SIZE);
                !batch.isEmpty();
                batch = read(store, from, to, BATCH_SIZE)) {
            for (var entry : batch) {
                before.accept(entry);
                store.delete(entry.key);
            }
        }
    }
}
