package io.rapport.identity.domain.outbox;

import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

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
public final class IdentityOutbox {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final IdentityEventPublisher announcer;

    public IdentityOutbox(HandleRepository handles, PersonRepository people, IdentityEventPublisher announcer) {
        this.handles = handles;
        this.people = people;
        this.announcer = announcer;
    }

    public void publishHandles(Collection<StoredHandle> stored) {
        List<HandleAssigned> states = stored.stream().map(StoredHandle::state).toList();
        while (!states.isEmpty()) {
            announcer.publishHandles(states);
            var others = handles.markPublished(states);
            var movedOn = handles.find(others).values();
            publishTombstones(
                    others,
                    movedOn.stream().map(StoredHandle::key).toList(),
                    keys -> announcer.publishTombstones(keys, Set.of(), Set.of()));
            states = movedOn.stream().map(StoredHandle::state).toList();
        }
    }

    public void publishPeople(Collection<StoredPerson> stored) {
        List<PersonDescribed> states = stored.stream().map(StoredPerson::state).toList();
        while (!states.isEmpty()) {
            announcer.publishPeople(states);
            var others = people.markPublished(states);
            var movedOn = people.find(others).values();
            publishTombstones(
                    others,
                    movedOn.stream().map(StoredPerson::key).toList(),
                    keys -> announcer.publishTombstones(Set.of(), keys, Set.of()));
            // What a decision on its way has not published yet it publishes by itself, in its own order.
            states = movedOn.stream()
                    .filter(person -> person.isFree() || !person.unpublished())
                    .map(StoredPerson::state)
                    .toList();
        }
    }

    /** What is not there any more was erased while its last state was on its way: the tombstone comes after it. */
    private static <K> void publishTombstones(Set<K> others, Collection<K> there, Consumer<Set<K>> tombstones) {
        var gone = new HashSet<>(others);
        gone.removeAll(there);
        if (!gone.isEmpty()) {
            tombstones.accept(gone);
        }
    }
}
