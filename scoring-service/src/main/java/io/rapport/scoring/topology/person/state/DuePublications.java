package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** People whose latest state waits for its second to end, in the order of when it does. */
public final class DuePublications {

    private static final byte[] WAITING = {1};
    private static final String TIME = StoreKeys.time(0);
    private static final int MAX_BATCH = 1000;

    private final KeyValueStore<String, byte[]> store;

    public DuePublications(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public void add(String person, long at) {
        store.put(StoreKeys.time(at) + person, WAITING);
    }

    /** Takes out people whose time has come; the rest are taken the next time. */
    public List<String> poll(long now) {
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
