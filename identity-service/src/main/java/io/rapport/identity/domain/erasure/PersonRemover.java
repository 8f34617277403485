package io.rapport.identity.domain.erasure;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.store.StoredErasure;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes a person from the store, then from the topics. An instance that concurrently publishes an old state finds
 * the document gone and publishes the tombstone again.
 */
public final class PersonRemover {

    private final HandleRepository handles;
    private final PersonRepository people;
    private final ClaimRepository claims;
    private final BrandListRepository lists;
    private final ReviewRepository reviews;
    private final IdentityEventPublisher publisher;
    private final FamilyReader families;
    private final EvidenceRedactor redactor;
    private final SimilarityMatcher matcher;

    public PersonRemover(
            HandleRepository handles,
            PersonRepository people,
            ClaimRepository claims,
            BrandListRepository lists,
            ReviewRepository reviews,
            IdentityEventPublisher publisher,
            FamilyReader families,
            EvidenceRedactor redactor,
            SimilarityMatcher matcher) {
        this.handles = handles;
        this.people = people;
        this.claims = claims;
        this.lists = lists;
        this.reviews = reviews;
        this.publisher = publisher;
        this.families = families;
        this.redactor = redactor;
        this.matcher = matcher;
    }

    void publish(PersonErased state) {
        publisher.publishErasure(state);
    }

    /** Removes the person; returns the counts by kind. Idempotent; a repetition counts what was left. */
    Map<String, Long> remove(StoredErasure erasure) {
        var state = erasure.state();
        var work = Objects.requireNonNull(erasure.plan());
        var brand = state.brandKey();
        var handles = work.handles().stream().map(HandleKey::of).toList();
        var people =
                state.people().stream().map(work.head()::withPerson).collect(Collectors.toCollection(HashSet::new));
        var forgetting = new RedactionScope(Set.copyOf(state.people()), Set.copyOf(work.handles()));
        var struck = redactor.redact(List.copyOf(people), around -> forgetting, state.at());
        this.lists.deleteClients(brand, work.clients());
        this.handles.delete(handles);
        var claims = this.claims.findIdsByClaimant(brand, handles, people);
        this.claims.removeClaimants(claims, handles, people);
        // The locked head is deleted last: until then no other decision is possible.
        people.remove(work.head());
        this.people.delete(people);
        this.people.delete(Set.of(work.head()));
        people.add(work.head());
        // A concurrent suggestion about them is removed again by the instance that makes it.
        var suggestions = this.reviews.deleteByPeople(brand, state.people());
        matcher.removeRecords(brand, recordIds(work, state));
        publisher.publishTombstones(
                handles, people, work.clients().stream().map(brand::key).toList());
        rematchOthers(struck.suggestions(), state);
        return Map.of(
                "clients",
                (long) work.clients().size(),
                "claims",
                (long) claims.size(),
                "evidence",
                struck.documents(),
                "suggestions",
                (long) suggestions.size() + struck.suggestions().size());
    }

    /** Matches other people again whose suggestions were deleted but not based on the erased person. */
    private void rematchOthers(List<MatchReview> suggestions, PersonErased state) {
        var others = suggestions.stream()
                .map(MatchReview::pair)
                .filter(pair ->
                        !state.people().contains(pair.one()) && !state.people().contains(pair.two()))
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .toList();
        matcher.rematch(new HashSet<>(families.find(others).values()), state.at());
    }

    /** The ids of their records in the match index: of handles and of client rows. */
    private static List<String> recordIds(StoredErasure.RemovalPlan work, PersonErased state) {
        return Stream.concat(work.handles().stream(), state.people().stream().map(String::valueOf))
                .toList();
    }

    /**
     * The erasure with the counts of what was removed here.
     *
     * @param counts the counts that only {@link #remove} knows
     */
    static StoredErasure withCounts(StoredErasure erasure, Map<String, Long> counts) {
        long handles = erasure.state().handles().size();
        long people = erasure.state().people().size();
        var removed = new HashMap<>(counts);
        removed.putAll(Map.of("handles", handles, "people", people));
        return erasure.withRemovalCounts(
                Map.copyOf(removed),
                Map.of(
                        "identity.assigned",
                        handles,
                        "identity.person",
                        people,
                        "client.listed",
                        counts.getOrDefault("clients", 0L)));
    }

    /** The client rows of a family. */
    Collection<ClientListed> findClientRows(PersonFamily family) {
        return family.clientIds().isEmpty()
                ? List.of()
                : this.lists
                        .findClients(family.head().key().brand(), family.clientIds())
                        .values();
    }

    /**
     * Unresolved handles that have the erased person's own e-mail address or telephone number and were received
     * before the suppression. Later ones are removed on receipt.
     */
    List<HandleAssigned> findStrays(StoredErasure erasure) {
        var work = Objects.requireNonNull(erasure.plan());
        var brand = erasure.state().brandKey();
        var known = work.handles().stream().map(HandleKey::of).collect(Collectors.toSet());
        var contacts = Stream.concat(
                        this.handles.find(known).values().stream()
                                .map(StoredHandle::state)
                                .flatMap(handle -> IdentifierClaim.contactIds(handle).stream()),
                        this.lists.findClients(brand, work.clients()).values().stream()
                                .flatMap(row -> Stream.concat(
                                        IdentifierClaim.contactIds(row).stream(),
                                        IdentifierClaim.mailboxIds(row).stream())))
                .collect(Collectors.toSet());
        var carriers = contacts.isEmpty() ? List.<StoredHandle>of() : this.handles.findByClaims(contacts);
        var own = contacts.stream()
                .filter(contact -> !isCommon(contact, carriers))
                .collect(Collectors.toSet());
        var people = this.people.find(
                carriers.stream().map(handle -> PersonKey.of(handle.state())).toList());
        return carriers.stream()
                .map(StoredHandle::state)
                .filter(handle -> !known.contains(handle.handleKey()))
                .filter(handle -> IdentifierClaim.contactIds(handle).stream().anyMatch(own::contains))
                .filter(handle -> isUnresolved(handle, people.get(PersonKey.of(handle))))
                .toList();
    }

    private static boolean isCommon(String contact, List<StoredHandle> carriers) {
        var theirs = carriers.stream()
                .filter(handle -> IdentifierClaim.contactIds(handle.state()).contains(contact))
                .map(StoredHandle::key)
                .collect(Collectors.toSet());
        return new IdentifierClaim(contact, theirs, Set.of()).isCommon();
    }

    private static boolean isUnresolved(HandleAssigned handle, @Nullable StoredPerson person) {
        return handle.person().equals(DeterministicIds.provisionalPerson(handle.handleKey()))
                && handle.evidence().size() == 1
                && (person == null || InitialStates.isUntouched(person));
    }
}
