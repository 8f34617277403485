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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Those of these people who tell of somebody erased. */
    List<PersonKey> telling(Collection<StoredPerson> people) {
        var telling = new ArrayList<PersonKey>();
        people.stream()
                .collect(Collectors.groupingBy(person -> person.key().brand()))
                .forEach((brand, some) -> {
                    var erased = erasedIn(some);
                    some.stream()
                            .filter(person -> erased.concerns(person.state()))
                            .forEach(person -> telling.add(person.key()));
                });
        return telling;
    }

    /** Whoever these people, of one brand, tell of and was erased. */
    Forgetting erasedIn(Collection<StoredPerson> people) {
        var ids = new HashSet<UUID>();
        var handles = new HashSet<String>();
        for (var person : people) {
            ids.addAll(person.state().distinctFrom());
            for (var decision : person.state().decisions()) {
                handles.addAll(decision.handles());
                Optional.ofNullable(decision.foundOn()).ifPresent(handles::add);
                Optional.ofNullable(decision.other()).ifPresent(ids::add);
            }
        }
        return people.stream()
                .findFirst()
                .map(person -> person.key().brand())
                .map(brand -> new Forgetting(
                        barred.among(brand, ids, id -> Stream.of(id.toString())), barred.keys(brand, handles)))
                .orElseGet(() -> new Forgetting(Set.of(), Set.of()));
    }

    private void tombstones(Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {
        if (!handles.isEmpty() || !people.isEmpty() || !clients.isEmpty()) {
            announcer.gone(handles, people, clients);
        }
    }
}
