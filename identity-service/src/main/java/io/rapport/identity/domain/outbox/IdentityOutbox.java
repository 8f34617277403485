package io.rapport.identity.domain.outbox;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Transactional outbox: publishes stored states, then marks them as published. If a state has changed meanwhile, the
 * newer one is published as well, so that the last record of a key is the newest even when two instances publish
 * concurrently.
 */
public final class IdentityOutbox {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final IdentityEventPublisher publisher;

    public IdentityOutbox(HandleRepository handles, PersonRepository people, IdentityEventPublisher publisher) {
        this.handles = handles;
        this.people = people;
        this.publisher = publisher;
    }

    public void publishHandles(Collection<StoredHandle> stored) {
        List<HandleAssigned> states = stored.stream().map(StoredHandle::state).toList();
        while (!states.isEmpty()) {
            publisher.publishHandles(states);
            var others = handles.markPublished(states);
            var movedOn = handles.find(others).values();
            publishTombstones(
                    others,
                    movedOn.stream().map(StoredHandle::key).toList(),
                    keys -> publisher.publishTombstones(keys, Set.of(), Set.of()));
            states = movedOn.stream().map(StoredHandle::state).toList();
        }
    }

    public void publishPeople(Collection<StoredPerson> stored) {
        List<PersonDescribed> states = stored.stream().map(StoredPerson::state).toList();
        while (!states.isEmpty()) {
            publisher.publishPeople(states);
            var others = people.markPublished(states);
            var movedOn = people.find(others).values();
            publishTombstones(
                    others,
                    movedOn.stream().map(StoredPerson::key).toList(),
                    keys -> publisher.publishTombstones(Set.of(), keys, Set.of()));
            // An open decision publishes its own states, in the order of the protocol.
            states = movedOn.stream()
                    .filter(person -> person.isFree() || !person.unpublished())
                    .map(StoredPerson::state)
                    .toList();
        }
    }

    /**
     * A document that is gone was erased while its last state was being published; its tombstone has to follow that
     * state.
     */
    private static <K> void publishTombstones(Set<K> others, Collection<K> there, Consumer<Set<K>> tombstones) {
        var gone = new HashSet<>(others);
        gone.removeAll(there);
        if (!gone.isEmpty()) {
            tombstones.accept(gone);
        }
    }
}
