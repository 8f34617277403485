package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;

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
public final class RestoredStateFilter {

    private final SuppressionLookup barred;
    private final IdentityEventPublisher announcer;

    public RestoredStateFilter(SuppressionLookup barred, IdentityEventPublisher announcer) {
        this.barred = barred;
        this.announcer = announcer;
    }

    public Collection<ClientListed> retainRows(Collection<ClientListed> rows) {
        var erased = barred.suppressedRows(rows);
        publishTombstones(List.of(), List.of(), erased.stream().map(ClientListUpdater::rowKey).toList());
        return rows.stream().filter(row -> !erased.contains(row)).toList();
    }

    public Collection<HandleAssigned> retainHandles(Collection<HandleAssigned> states) {
        var erased = barred.suppressedHandles(states);
        publishTombstones(erased.stream().map(HandleAssigned::handleKey).toList(), List.of(), List.of());
        return states.stream().filter(state -> !erased.contains(state)).toList();
    }

    public Collection<PersonDescribed> retainPeople(Collection<PersonDescribed> states) {
        var erased = barred.suppressedPeople(states);
        publishTombstones(List.of(), erased.stream().map(PersonKey::of).toList(), List.of());
        return states.stream().filter(state -> !erased.contains(state)).toList();
    }

    /** Those of these people who tell of somebody erased. */
    public List<PersonKey> findMentions(Collection<StoredPerson> people) {
        var telling = new ArrayList<PersonKey>();
        people.stream()
                .collect(Collectors.groupingBy(person -> person.key().brand()))
                .forEach((brand, some) -> {
                    var erased = scopeOf(some);
                    some.stream()
                            .filter(person -> erased.mentions(person.state()))
                            .forEach(person -> telling.add(person.key()));
                });
        return telling;
    }

    /** Whoever these people, of one brand, tell of and was erased. */
    public RedactionScope scopeOf(Collection<StoredPerson> people) {
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
                .map(brand -> new RedactionScope(
                        barred.findSuppressed(brand, ids, id -> Stream.of(id.toString())), barred.suppressedHandleKeys(brand, handles)))
                .orElseGet(() -> new RedactionScope(Set.of(), Set.of()));
    }

    private void publishTombstones(Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {
        if (!handles.isEmpty() || !people.isEmpty() || !clients.isEmpty()) {
            announcer.publishTombstones(handles, people, clients);
        }
    }
}
