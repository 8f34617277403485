package io.rapport.identity.domain.erasure;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
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
 * Filters states of erased people while a store is rebuilt: an erasure that was published and not completed left them
 * on the topics. They are not restored, and their tombstones are published.
 */
public final class RestoredStateFilter {

    private final SuppressionLookup suppressions;
    private final IdentityEventPublisher publisher;

    public RestoredStateFilter(SuppressionLookup suppressions, IdentityEventPublisher publisher) {
        this.suppressions = suppressions;
        this.publisher = publisher;
    }

    public Collection<ClientListed> retainRows(Collection<ClientListed> rows) {
        var suppressed = suppressions.suppressedRows(rows);
        publishTombstones(
                List.of(),
                List.of(),
                suppressed.stream().map(row -> row.brandKey().key(row.client())).toList());
        return rows.stream().filter(row -> !suppressed.contains(row)).toList();
    }

    public Collection<HandleAssigned> retainHandles(Collection<HandleAssigned> states) {
        var suppressed = suppressions.suppressedHandles(states);
        publishTombstones(suppressed.stream().map(HandleAssigned::handleKey).toList(), List.of(), List.of());
        return states.stream().filter(state -> !suppressed.contains(state)).toList();
    }

    public Collection<PersonDescribed> retainPeople(Collection<PersonDescribed> states) {
        var suppressed = suppressions.suppressedPeople(states);
        publishTombstones(List.of(), suppressed.stream().map(PersonKey::of).toList(), List.of());
        return states.stream().filter(state -> !suppressed.contains(state)).toList();
    }

    /** Those of these people whose decisions mention an erased person. */
    public List<PersonKey> findMentions(Collection<StoredPerson> people) {
        var mentioning = new ArrayList<PersonKey>();
        people.stream()
                .collect(Collectors.groupingBy(person -> person.key().brand()))
                .forEach((brand, some) -> {
                    var suppressed = scopeOf(some);
                    some.stream()
                            .filter(person -> suppressed.mentions(person.state()))
                            .forEach(person -> mentioning.add(person.key()));
                });
        return mentioning;
    }

    /** The erased people that these people, of one brand, mention. */
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
                        suppressions.findSuppressed(brand, ids, id -> Stream.of(id.toString())),
                        suppressions.suppressedHandleKeys(brand, handles)))
                .orElseGet(() -> new RedactionScope(Set.of(), Set.of()));
    }

    private void publishTombstones(
            Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {
        if (!handles.isEmpty() || !people.isEmpty() || !clients.isEmpty()) {
            publisher.publishTombstones(handles, people, clients);
        }
    }
}
