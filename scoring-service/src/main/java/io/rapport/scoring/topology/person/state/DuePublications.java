package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** People with a deferred publication, ordered by the time it is due. */
public final class DuePublications {

    private static final byte[] MARKER = {1};
    private static final String TIME = StoreKeys.time(0);
    private static final int MAX_BATCH = 1000;

    private final KeyValueStore<String, byte[]> store;

    /** Uses the given store. */
    public DuePublications(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Adds a person. */
    public void add(String person, long at) {
        store.put(StoreKeys.time(at) + person, MARKER);
    }

    /** Removes and returns people that are due, at most {@code MAX_BATCH}. */
    public List<String> poll(long now) {
        if (store.approximateNumEntries() == 0) {
            return List.of();
        }
        var due = new ArrayList<String>();
        try (var waiting = store.range(TIME, StoreKeys.time(now + 1))) {
            while (waiting.hasNext() && due.size() < MAX_BATCH) {
                due.add(waiting.next().key);
            }
        }
        due.forEach(store::delete);
        return due.stream().map(key -> key.substring(TIME.length())).toList();
    }
}
