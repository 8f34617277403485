package io.rapport.identity.domain.intake;

import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What everybody who takes something in needs at hand. */
public record ProvisionalPeople(PersonRepository people, IdentityOutbox outbox, PersonRenamer naming, DeterministicMatcher matching, PersonJoiner joining, SimilarityMatcher stitching) {

    /** Makes sure that handles which stand for a provisional person have that person. */
    public void insertFor(Collection<StoredHandle> handles) {
        var people = of(handles);
        if (!people.isEmpty()) {
            this.people.insertIfAbsent(people);
        }
    }

    static List<StoredPerson> of(Collection<StoredHandle> handles) {
        return handles.stream()
                .map(StoredHandle::state)
                .map(InitialStates::provisionalOwner)
                .flatMap(Optional::stream)
                .map(StoredPerson::unsaved)
                .toList();
    }
}
