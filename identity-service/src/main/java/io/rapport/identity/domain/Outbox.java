package io.rapport.identity.domain;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Publishes what is stored, then notes that it was. Whoever finds, when noting it, that the state has moved on publishes
 * the newer state as well: so the last record of a key is the newest even when two instances publish at once.
 */
final class Outbox {

    private final HandleStore handles;
    private final PersonStore people;
    private final Announcer announcer;

    Outbox(HandleStore handles, PersonStore people, Announcer announcer) {
        this.handles = handles;
        this.people = people;
        this.announcer = announcer;
    }

    void handles(Collection<StoredHandle> stored) {
        List<HandleAssigned> states = stored.stream().map(StoredHandle::state).toList();
        while (!states.isEmpty()) {
            announcer.handles(states);
            var others = handles.published(states);
            var movedOn = handles.find(others).values();
            goneFor(
                    others,
                    movedOn.stream().map(StoredHandle::key).toList(),
                    keys -> announcer.gone(keys, Set.of(), Set.of()));
            states = movedOn.stream().map(StoredHandle::state).toList();
        }
    }

    void people(Collection<StoredPerson> stored) {
        List<PersonDescribed> states = stored.stream().map(StoredPerson::state).toList();
        while (!states.isEmpty()) {
            announcer.people(states);
            var others = people.published(states);
            var movedOn = people.find(others).values();
            goneFor(
                    others,
                    movedOn.stream().map(StoredPerson::key).toList(),
                    keys -> announcer.gone(Set.of(), keys, Set.of()));
            // What a decision on its way has not published yet it publishes by itself, in its own order.
            states = movedOn.stream()
                    .filter(person -> person.isFree() || !person.due())
                    .map(StoredPerson::state)
                    .toList();
        }
    }

    /** What is not there any more was erased while its last state was on its way: the tombstone comes after it. */
    private static <K> void goneFor(Set<K> others, Collection<K> there, Consumer<Set<K>> tombstones) {
        var gone = new HashSet<>(others);
        gone.removeAll(there);
        if (!gone.isEmpty()) {
            tombstones.accept(gone);
        }
    }
}
