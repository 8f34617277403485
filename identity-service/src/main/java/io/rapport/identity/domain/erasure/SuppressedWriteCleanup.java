package io.rapport.identity.domain.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes states of erased people that were written concurrently with the erasure. Writers check the suppression
 * again after writing, and an erasure suppresses before it deletes: at least one of the two sees the other.
 */
public final class SuppressedWriteCleanup {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final ClaimRepository claims;
    private final BrandListRepository lists;
    private final ReviewRepository reviews;
    private final SuppressionLookup suppressions;
    private final IdentityEventPublisher publisher;
    private final SimilarityMatcher matcher;

    public SuppressedWriteCleanup(
            HandleRepository handles,
            PersonRepository people,
            ClaimRepository claims,
            BrandListRepository lists,
            ReviewRepository reviews,
            SuppressionLookup suppressions,
            IdentityEventPublisher publisher,
            SimilarityMatcher matcher) {
        this.handles = handles;
        this.people = people;
        this.claims = claims;
        this.lists = lists;
        this.reviews = reviews;
        this.suppressions = suppressions;
        this.publisher = publisher;
        this.matcher = matcher;
    }

    /** Removes suppressed handles; returns the others. */
    public Set<HandleKey> retainHandles(Collection<HandleAssigned> handles) {
        return removeAndRetain(handles, suppressions.suppressedHandles(handles));
    }

    /**
     * As {@link #retainHandles}, for handles that are not published yet: also removes those with a suppressed
     * contact.
     */
    public Set<HandleKey> retainNewHandles(Collection<HandleAssigned> handles) {
        return removeAndRetain(handles, suppressions.suppressedNewHandles(handles));
    }

    /** Removes the handles of suppressed sightings; returns the others. */
    public Set<HandleKey> retainSightings(Collection<HandleSighting> sightings) {
        var suppressed = suppressions.suppressedSightings(sightings).stream()
                .map(HandleSighting::handle)
                .collect(Collectors.toSet());
        remove(suppressed);
        return sightings.stream()
                .map(HandleSighting::handle)
                .filter(key -> !suppressed.contains(key))
                .collect(Collectors.toSet());
    }

    /** Removes suppressed client rows; returns the others. */
    public List<ClientListed> retainRows(Collection<ClientListed> rows) {
        var suppressed = suppressions.suppressedRows(rows);
        suppressed.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, theirs) -> remove(
                        brand,
                        Set.of(),
                        theirs.stream().map(ClientListed::client).collect(Collectors.toSet())));
        return rows.stream().filter(row -> !suppressed.contains(row)).toList();
    }

    private Set<HandleKey> removeAndRetain(Collection<HandleAssigned> handles, Set<HandleAssigned> suppressed) {
        var gone = suppressed.stream().map(HandleAssigned::handleKey).collect(Collectors.toSet());
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
        var initialPeople = Stream.concat(
                        handles.stream().map(DeterministicIds::provisionalPerson),
                        clients.stream().map(client -> DeterministicIds.clientPerson(brand, client)))
                .map(id -> new PersonKey(brand, id))
                .collect(Collectors.toSet());
        var people = new HashSet<>(initialPeople);
        // A person with further decisions is removed by the erasure, or is another person by now.
        this.people.find(initialPeople).values().stream()
                .filter(person -> !InitialStates.isUntouched(person))
                .forEach(person -> people.remove(person.key()));
        this.handles.delete(handles);
        this.lists.deleteClients(brand, clients);
        this.claims.removeClaimants(
                this.claims.findIdsByClaimant(brand, handles, initialPeople), handles, initialPeople);
        this.people.delete(people);
        List<UUID> ids = people.stream().map(PersonKey::person).toList();
        this.reviews.deleteByPeople(brand, ids);
        matcher.removeRecords(
                brand,
                Stream.concat(
                                handles.stream().map(HandleKey::key),
                                initialPeople.stream()
                                        .map(person -> person.person().toString()))
                        .toList());
        publisher.publishTombstones(
                handles, people, clients.stream().map(brand::key).toList());
    }
}
