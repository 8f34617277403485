package io.rapport.scoring.topology.tie;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.state.KeyRange;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The ties of this task's handles, and the messages and events that name them. Both handles of a pair have an entry; the first
 * of the two, by key, knows both people and sends what the pair contributes to their tie.
 */
final class HandleTieStore {

    private static final char TIE = 'h';
    private static final char NODE = 'n';
    private static final char PERSON = 'p';

    private final KeyValueStore<String, HandleTie> store;
    private final Consumer<Record<String, TieLedger>> people;

    /**
     * Opens the store.
     *
     * @param people receives changes of the ties of people
     */
    HandleTieStore(ProcessorContext<?, ?> context, Consumer<Record<String, TieLedger>> people) {
        this.store = context.getStateStore(TieStores.HANDLE_TIE);
        this.people = people;
    }

    /**
     * Adds contacts, or takes some back.
     *
     * @return whether the person is to be sent to the other handle: that is the first of the two and has not received it
     */
    boolean add(String handle, TieLink link, @Nullable String person, long timestamp) {
        var known = store.get(key(handle, link.other()));
        if (known == null && HandleTie.EMPTY.plus(link.contacts()).contacts().isEmpty()) {
            return false;
        }
        var before = known == null ? HandleTie.EMPTY.withPerson(person) : known;
        put(handle, link.other(), before, before.withPerson(person).plus(link.contacts()), timestamp);
        return known == null && !isFirst(handle, link.other());
    }

    /** Applies the person or the erasure of the other handle. */
    void apply(String handle, TiePeer peer, @Nullable String person, long timestamp) {
        var known = store.get(key(handle, peer.handle()));
        if (peer.erased()) {
            if (known != null) {
                send(handle, peer.handle(), known, HandleTie.EMPTY, timestamp);
                store.delete(key(handle, peer.handle()));
            }
            return;
        }
        var before = known == null ? HandleTie.EMPTY.withPerson(person) : known;
        put(handle, peer.handle(), before, before.withOther(peer.person()), timestamp);
    }

    /** Moves the ties of a handle to a person, or to none; most assignments change neither. */
    void assign(String handle, @Nullable String person, Consumer<Record<String, TiePeer>> peers, long timestamp) {
        var marker = StoreKeys.prefixOf(handle) + PERSON;
        var applied = store.get(marker);
        if (applied != null && Objects.equals(applied.person(), person)) {
            return;
        }
        var from = StoreKeys.prefixOf(handle) + TIE;
        var to = StoreKeys.prefixOf(handle) + (char) (TIE + 1);
        var moved = KeyRange.forEach(store, from, to, entry -> {
            var other = otherOf(handle, entry.key);
            put(handle, other, entry.value, entry.value.withPerson(person), timestamp);
            if (!isFirst(handle, other)) {
                peers.accept(new Record<>(other, new TiePeer(handle, person, false), timestamp));
            }
        });
        if (moved > 0) {
            store.put(marker, HandleTie.EMPTY.withPerson(person));
        }
    }

    /** Stores that a message or an event names a handle. */
    void remember(String handle, String node) {
        store.put(StoreKeys.prefixOf(handle) + NODE + suffix(handle, node), HandleTie.EMPTY);
    }

    /** Deletes the ties of a handle, and sends its erasure to the other handles and to the messages and events that name it. */
    void erase(
            String handle,
            Consumer<Record<String, TiePeer>> peers,
            Consumer<Record<String, PostActivity>> nodes,
            long timestamp) {
        var brand = HandleKey.of(handle).brand().key();
        KeyRange.deleteBelow(store, handle, entry -> {
            var type = entry.key.charAt(handle.length() + 1);
            if (type == TIE) {
                var other = otherOf(handle, entry.key);
                send(handle, other, entry.value, HandleTie.EMPTY, timestamp);
                peers.accept(new Record<>(other, new TiePeer(handle, null, true), timestamp));
            } else if (type == NODE) {
                var node = brand + entry.key.substring(handle.length() + 2);
                nodes.accept(new Record<>(node, PostActivity.ofErased(handle), timestamp));
            }
        });
    }

    private void put(String handle, String other, HandleTie before, HandleTie after, long timestamp) {
        store.put(key(handle, other), after);
        send(handle, other, before, after, timestamp);
    }

    /** Sends the changes of the ties of people, if the handle is the first of the two. */
    private void send(String handle, String other, HandleTie before, HandleTie after, long timestamp) {
        if (!isFirst(handle, other)) {
            return;
        }
        var brand = HandleKey.of(handle).brand();
        var changes = new LinkedHashMap<String, TieLedger>();
        if (before.tiesPeople()) {
            changes.put(brand.key(before.people()), TieLedger.EMPTY.minus(before.contactsOfPeople()));
        }
        if (after.tiesPeople()) {
            changes.merge(brand.key(after.people()), after.contactsOfPeople(), TieLedger::plus);
        }
        changes.forEach((pair, change) -> {
            if (!change.isEmpty()) {
                people.accept(new Record<>(pair, change, timestamp));
            }
        });
    }

    private static boolean isFirst(String handle, String other) {
        return handle.compareTo(other) < 0;
    }

    private static String key(String handle, String other) {
        return StoreKeys.prefixOf(handle) + TIE + suffix(handle, other);
    }

    private static String otherOf(String handle, String key) {
        return HandleKey.of(handle).brand().key() + key.substring(handle.length() + 2);
    }

    /** The parts after the brand, which is that of the handle, with the separator before them. */
    private static String suffix(String handle, String key) {
        var brand = handle.indexOf(TopicKeys.SEPARATOR, handle.indexOf(TopicKeys.SEPARATOR) + 1);
        return key.substring(brand);
    }
}
