package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import org.apache.kafka.streams.state.KeyValueStore;

/** Deletes the entries of a handle from stores whose keys begin with the key of the handle. */
final class HandleEntries {

    private static final int BATCH_SIZE = 500;

    private HandleEntries() {}

    static void deleteAll(KeyValueStore<String, ?> store, String handle) {
        while (deleteBatch(store, StoreKeys.prefixOf(handle), StoreKeys.prefixEnd(handle))) {
            // A batch at a time bounds the memory.
        }
    }

    private static boolean deleteBatch(KeyValueStore<String, ?> store, String from, String to) {
        var keys = new ArrayList<String>();
        try (var entries = store.range(from, to)) {
            while (entries.hasNext() && keys.size() < BATCH_SIZE) {
                keys.add(entries.next().key);
            }
        }
        keys.forEach(store::delete);
        return keys.size() == BATCH_SIZE;
    }
}
