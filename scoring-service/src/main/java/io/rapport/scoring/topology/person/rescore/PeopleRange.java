package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A batch of people of a brand, in key order.
 *
 * @param people up to the requested number
 * @param next the key to continue from; null when these were the last
 */
record PeopleRange(
        List<KeyValue<String, PersonState>> people,
        @Nullable String next) {

    static PeopleRange read(ReadOnlyKeyValueStore<String, PersonState> store, String from, int room) {
        var people = new ArrayList<KeyValue<String, PersonState>>();
        try (var range = store.range(from, StoreKeys.prefixEnd(StoreKeys.brandOf(from)))) {
            while (range.hasNext() && people.size() < room) {
                people.add(range.next());
            }
        }
        var next = people.size() < room ? null : StoreKeys.successor(people.get(room - 1).key);
        return new PeopleRange(people, next);
    }
}
