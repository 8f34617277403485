package io.rapport.identity.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What everybody who takes something in needs at hand. */
record Desk(PersonStore people, Outbox outbox, Naming naming, Matching matching, Joining joining, Stitching stitching) {

    /** Makes sure that handles which stand for a provisional person have that person. */
    void provisional(Collection<StoredHandle> handles) {
        var people = provisionalOf(handles);
        if (!people.isEmpty()) {
            this.people.insert(people);
        }
    }

    static List<StoredPerson> provisionalOf(Collection<StoredHandle> handles) {
        return handles.stream()
                .map(StoredHandle::state)
                .map(Beginnings::provisionalIfTheirs)
                .flatMap(Optional::stream)
                .map(StoredPerson::fresh)
                .toList();
    }
}
