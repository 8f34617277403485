package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.similarity.SimilarityMatcher;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes what was written of somebody erased by whoever had not heard of it yet. Whoever takes something in looks again
 * when it is written whether it was barred meanwhile, and who is erased is barred before the first document goes: one of
 * the two sees the other.
 */
public final class SuppressedWriteCleanup {

    private final Identity.Stores stores;
    private final SuppressionLookup barred;
    private final IdentityEventPublisher announcer;
    private final SimilarityMatcher stitching;

    public SuppressedWriteCleanup(Identity.Stores stores, SuppressionLookup barred, IdentityEventPublisher announcer, SimilarityMatcher stitching) {
        this.stores = stores;
        this.barred = barred;
        this.announcer = announcer;
        this.stitching = stitching;
    }

    /** The handles that are not of somebody erased; whatever there is of the others is removed. */
    public Set<HandleKey> retainHandles(Collection<HandleAssigned> handles) {
        return removeAndRetain(handles, barred.suppressedHandles(handles));
    }

    /** The same of handles that nobody was told of yet: those by which somebody erased is reached go as well. */
    public Set<HandleKey> retainNewHandles(Collection<HandleAssigned> handles) {
        return removeAndRetain(handles, barred.suppressedNewHandles(handles));
    }

    /** The sightings that are not of somebody erased; whatever there is of the others is removed. */
    public Set<HandleKey> retainSightings(Collection<HandleSighting> seen) {
        var erased = barred.suppressedSightings(seen).stream().map(HandleSighting::handle).collect(Collectors.toSet());
        remove(erased);
        return seen.stream()
                .map(HandleSighting::handle)
                .filter(key -> !erased.contains(key))
                .collect(Collectors.toSet());
    }

    /** The rows that are not of somebody erased; whatever there is of the others is removed. */
    public List<ClientListed> retainRows(Collection<ClientListed> rows) {
        var erased = barred.suppressedRows(rows);
        erased.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, theirs) -> remove(
                        brand,
                        Set.of(),
                        theirs.stream().map(ClientListed::client).collect(Collectors.toSet())));
        return rows.stream().filter(row -> !erased.contains(row)).toList();
    }

    private Set<HandleKey> removeAndRetain(Collection<HandleAssigned> handles, Set<HandleAssigned> erased) {
        var gone = erased.stream().map(HandleAssigned::handleKey).collect(Collectors.toSet());
        remove(gone);
        return handles.stream()
                .map(HandleAssigned::handleKey)
                .filter(key -> !gone.contains(key))
                .collect(Collectors.toSet());
    }

    private void remove(Set<HandleKey> handles) {
        handles.stream()
                .collect(Collectors.groupingBy(HandleKey::brand, Collectors.toSet()))
                .forEach((brand, theirs) -> remove(brand, theirs, Set.of()));
    }

    private void remove(BrandKey brand, Set<HandleKey> handles, Set<String> clients) {
        var begun = Stream.concat(
                        handles.stream().map(DeterministicIds::provisionalPerson),
                        clients.stream().map(client -> DeterministicIds.clientPerson(brand, client)))
                .map(id -> new PersonKey(brand, id))
                .collect(Collectors.toSet());
        var people = new HashSet<>(begun);
        // Who is more than this handle or row is the erasure's to remove, or somebody else by now.
        stores.people().find(begun).values().stream()
                .filter(person -> !InitialStates.isUntouched(person))
                .forEach(person -> people.remove(person.key()));
        stores.handles().delete(handles);
        stores.lists().deleteClients(brand, clients);
        stores.claims().removeClaimants(stores.claims().findIdsByClaimant(brand, handles, begun), handles, begun);
        stores.people().delete(people);
        List<UUID> ids = people.stream().map(PersonKey::person).toList();
        stores.reviews().deleteByPeople(brand, ids);
        stitching.removeRecords(
                brand,
                Stream.concat(
                                handles.stream().map(HandleKey::key),
                                begun.stream().map(person -> person.person().toString()))
                        .toList());
        announcer.publishTombstones(handles, people, clients.stream().map(brand::key).toList());
    }
}
