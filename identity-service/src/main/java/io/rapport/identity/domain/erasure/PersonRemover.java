package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.store.StoredErasure;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonErased;
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
 * Removes what identity holds of a person, from its store first and then from its topics: who publishes an old state
 * meanwhile finds the document gone afterwards, and publishes the tombstone once more.
 */
public final class PersonRemover {

    private final Identity.Stores stores;
    private final IdentityEventPublisher announcer;
    private final FamilyReader families;
    private final EvidenceRedactor striking;
    private final SimilarityMatcher stitching;

    public PersonRemover(Identity.Stores stores, IdentityEventPublisher announcer, FamilyReader families, Hands hands) {
        this.stores = stores;
        this.announcer = announcer;
        this.families = families;
        this.striking = hands.striking();
        this.stitching = hands.stitching();
    }

    /** What strikes the erased out of others, and what compares people. */
    public record Hands(EvidenceRedactor striking, SimilarityMatcher stitching) {}

    void publish(PersonErased state) {
        announcer.publishErasure(state);
    }

    /** Removes it; how much of what. Doing it again changes nothing more, and counts what was left. */
    Map<String, Long> remove(StoredErasure erasure) {
        var state = erasure.state();
        var work = Objects.requireNonNull(erasure.plan());
        var brand = state.brandKey();
        var handles = work.handles().stream().map(HandleKey::of).toList();
        var people = state.people().stream().map(work.head()::withPerson).collect(Collectors.toCollection(HashSet::new));
        var forgetting = new RedactionScope(Set.copyOf(state.people()), Set.copyOf(work.handles()));
        var struck = striking.redact(List.copyOf(people), around -> forgetting, state.at());
        stores.lists().deleteClients(brand, work.clients());
        stores.handles().delete(handles);
        var claims = stores.claims().findIdsByClaimant(brand, handles, people);
        stores.claims().removeClaimants(claims, handles, people);
        // The one who is held last: until then nobody else decides.
        people.remove(work.head());
        stores.people().delete(people);
        stores.people().delete(Set.of(work.head()));
        people.add(work.head());
        // Whoever suggests them meanwhile finds them gone afterwards, and takes it back.
        var suggestions = stores.reviews().deleteByPeople(brand, state.people());
        stitching.removeRecords(brand, recordIds(work, state));
        announcer.publishTombstones(handles, people, work.clients().stream().map(brand::key).toList());
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

    /** What was suggested about others, and did not rest on the erased, is found again. */
    private void rematchOthers(List<MatchReview> suggestions, PersonErased state) {
        var others = suggestions.stream()
                .map(MatchReview::pair)
                .filter(pair ->
                        !state.people().contains(pair.one()) && !state.people().contains(pair.two()))
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .toList();
        stitching.rematch(new HashSet<>(families.find(others).values()), state.at());
    }

    /** Their records in the index: of their handles, and of the rows by which they were clients. */
    private static List<String> recordIds(StoredErasure.RemovalPlan work, PersonErased state) {
        return Stream.concat(work.handles().stream(), state.people().stream().map(String::valueOf))
                .toList();
    }

    /**
     * The erasure, with what was removed here.
     *
     * @param counts of what only {@link #remove} can count
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

    /** The rows of the client list that are of a family. */
    Collection<ClientListed> findClientRows(PersonFamily family) {
        return family.clientIds().isEmpty()
                ? List.of()
                : stores.lists()
                        .findClients(family.head().key().brand(), family.clientIds())
                        .values();
    }

    /**
     * Handles that carry the erased person's own address or number, and that nobody has resolved: somebody took them in
     * who could not know yet. Those taken in from now on are removed by whoever takes them in.
     */
    List<HandleAssigned> findStrays(StoredErasure erasure) {
        var work = Objects.requireNonNull(erasure.plan());
        var brand = erasure.state().brandKey();
        var known = work.handles().stream().map(HandleKey::of).collect(Collectors.toSet());
        var contacts = Stream.concat(
                        stores.handles().find(known).values().stream()
                                .map(StoredHandle::state)
                                .flatMap(handle -> IdentifierClaim.contactIds(handle).stream()),
                        stores.lists().findClients(brand, work.clients()).values().stream()
                                .flatMap(row -> IdentifierClaim.contactIds(row).stream()))
                .collect(Collectors.toSet());
        var carriers =
                contacts.isEmpty() ? List.<StoredHandle>of() : stores.handles().findByClaims(contacts);
        var own = contacts.stream()
                .filter(contact -> !isCommon(contact, carriers))
                .collect(Collectors.toSet());
        var people = stores.people()
                .find(carriers.stream()
                        .map(handle -> PersonKey.of(handle.state()))
                        .toList());
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
