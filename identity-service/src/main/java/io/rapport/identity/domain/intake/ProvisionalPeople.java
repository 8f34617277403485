package io.rapport.identity.domain.intake;

import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Creates the provisional people of new handles. */
public final class ProvisionalPeople {

    private final PersonRepository people;

    public ProvisionalPeople(PersonRepository people) {
        this.people = people;
    }

    /** Inserts the provisional person of each handle that is still assigned to it. Idempotent. */
    public void insertFor(Collection<StoredHandle> handles) {
        var provisional = of(handles);
        if (!provisional.isEmpty()) {
            people.insertIfAbsent(provisional);
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
