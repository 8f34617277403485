package io.rapport.scoring.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** People whose latest state waits for its second to end, in the order of when it does. */
final class DueStates {

    private static final byte[] WAITING = {1};
    private static final int TIME_DIGITS = 13;
    private static final int MOST_AT_ONCE = 1000;

    private final KeyValueStore<String, byte[]> store;

    DueStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void add(String person, long at) {
        store.put(time(at) + person, WAITING);
    }

    /** Takes out people whose time has come; the rest are taken the next time. */
    List<String> take(long now) {
        var due = new ArrayList<String>();
        try (var waiting = store.range(time(0), time(now + 1))) {
            while (waiting.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(waiting.next().key);
            }
        }
        due.forEach(store::delete);
        return due.stream().map(key -> key.substring(TIME_DIGITS)).toList();
    }

    /** A time as digits that sort as times do. */
    static String time(long millis) {
        var digits = Long.toString(millis);
        return "0".repeat(TIME_DIGITS - digits.length()) + digits;
    }
}
