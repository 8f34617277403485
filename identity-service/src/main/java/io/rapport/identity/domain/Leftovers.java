package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an erasure that was published, and not finished before the store was lost, left on the topics: it is not taken
 * over, and its tombstone is published.
 */
final class Leftovers {

    private final Barred barred;
    private final Announcer announcer;

    Leftovers(Barred barred, Announcer announcer) {
        this.barred = barred;
        this.announcer = announcer;
    }

    Collection<ClientListed> withoutRows(Collection<ClientListed> rows) {
        var erased = barred.rows(rows);
        tombstones(List.of(), List.of(), erased.stream().map(ClientList::key).toList());
        return rows.stream().filter(row -> !erased.contains(row)).toList();
    }

    Collection<HandleAssigned> withoutHandles(Collection<HandleAssigned> states) {
        var erased = barred.handles(states);
        tombstones(erased.stream().map(HandleAssigned::handleKey).toList(), List.of(), List.of());
        return states.stream().filter(state -> !erased.contains(state)).toList();
    }

    Collection<PersonDescribed> withoutPeople(Collection<PersonDescribed> states) {
        var erased = barred.people(states);
        tombstones(List.of(), erased.stream().map(PersonKey::of).toList(), List.of());
        return states.stream().filter(state -> !erased.contains(state)).toList();
    }

    /** These people, those of them that still name handles of the erased, without them. */
    List<StoredPerson> forgetting(Collection<StoredPerson> people) {
        var forgetting = new ArrayList<StoredPerson>();
        for (var person : people) {
            var state = person.state();
            var erased = erasedOf(state);
            if (erased.concerns(state)) {
                forgetting.add(person.next(erased.in(state, state.at())));
            }
        }
        return forgetting;
    }

    /** Whoever this person tells of and was erased. */
    private Forgetting erasedOf(PersonDescribed person) {
        var ids = new HashSet<>(person.distinctFrom());
        var handles = new HashSet<String>();
        for (var decision : person.decisions()) {
            handles.addAll(decision.handles());
            Optional.ofNullable(decision.foundOn()).ifPresent(handles::add);
            Optional.ofNullable(decision.other()).ifPresent(ids::add);
        }
        var brand = person.brandKey();
        return new Forgetting(barred.among(brand, ids, id -> Stream.of(id.toString())), barred.keys(brand, handles));
    }

    private void tombstones(Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {
        if (!handles.isEmpty() || !people.isEmpty() || !clients.isEmpty()) {
            announcer.gone(handles, people, clients);
        }
    }
}
