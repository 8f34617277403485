package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** People whose latest state waits for its second to end, in the order of when it does. */
final class DueStates {

    private static final byte[] WAITING = {1};
    private static final String TIME = StoreKeys.time(0);
    private static final int MOST_AT_ONCE = 1000;

    private final KeyValueStore<String, byte[]> store;

    DueStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void add(String person, long at) {
        store.put(StoreKeys.time(at) + person, WAITING);
    }

    /** Takes out people whose time has come; the rest are taken the next time. */
    List<String> take(long now) {
        var due = new ArrayList<String>();
        try (var waiting = store.range(TIME, StoreKeys.time(now + 1))) {
            while (waiting.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(waiting.next().key);
            }
        }
        due.forEach(store::delete);
        return due.stream().map(key -> key.substring(TIME.length())).toList();
    }
}
