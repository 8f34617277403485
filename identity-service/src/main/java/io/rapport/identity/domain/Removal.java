package io.rapport.identity.domain;

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
final class Removal {

    private final Identity.Stores stores;
    private final Announcer announcer;
    private final Families families;
    private final Striking striking;
    private final Stitching stitching;

    Removal(Identity.Stores stores, Announcer announcer, Families families, Hands hands) {
        this.stores = stores;
        this.announcer = announcer;
        this.families = families;
        this.striking = hands.striking();
        this.stitching = hands.stitching();
    }

    /** What strikes the erased out of others, and what compares people. */
    record Hands(Striking striking, Stitching stitching) {}

    void announce(PersonErased state) {
        announcer.erased(state);
    }

    /** Removes it; how much of what. Doing it again changes nothing more, and counts what was left. */
    Map<String, Long> of(StoredErasure erasure) {
        var state = erasure.state();
        var work = Objects.requireNonNull(erasure.work());
        var brand = state.brandKey();
        var handles = work.handles().stream().map(HandleKey::of).toList();
        var people = state.people().stream().map(work.head()::other).collect(Collectors.toCollection(HashSet::new));
        var forgetting = new Forgetting(Set.copyOf(state.people()), Set.copyOf(work.handles()));
        var struck = striking.out(List.copyOf(people), around -> forgetting, state.at());
        stores.lists().removeClients(brand, work.clients());
        stores.handles().remove(handles);
        var claims = stores.claims().madeBy(brand, handles, people);
        stores.claims().remove(claims, handles, people);
        // The one who is held last: until then nobody else decides.
        people.remove(work.head());
        stores.people().remove(people);
        stores.people().remove(Set.of(work.head()));
        people.add(work.head());
        // Whoever suggests them meanwhile finds them gone afterwards, and takes it back.
        var suggestions = stores.reviews().removeAbout(brand, state.people());
        stitching.forget(brand, records(work, state));
        announcer.gone(handles, people, work.clients().stream().map(brand::key).toList());
        askAgain(struck.suggestions(), state);
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
    private void askAgain(List<Review> suggestions, PersonErased state) {
        var others = suggestions.stream()
                .map(Review::pair)
                .filter(pair ->
                        !state.people().contains(pair.one()) && !state.people().contains(pair.two()))
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .toList();
        stitching.again(new HashSet<>(families.of(others).values()), state.at());
    }

    /** Their records in the index: of their handles, and of the rows by which they were clients. */
    private static List<String> records(StoredErasure.Work work, PersonErased state) {
        return Stream.concat(work.handles().stream(), state.people().stream().map(String::valueOf))
                .toList();
    }

    /**
     * The erasure, with what was removed here.
     *
     * @param counts of what only {@link #of} can count
     */
    static StoredErasure counted(StoredErasure erasure, Map<String, Long> counts) {
        long handles = erasure.state().handles().size();
        long people = erasure.state().people().size();
        var removed = new HashMap<>(counts);
        removed.putAll(Map.of("handles", handles, "people", people));
        return erasure.removed(
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
    Collection<ClientListed> rows(Family family) {
        return family.clients().isEmpty()
                ? List.of()
                : stores.lists()
                        .clients(family.head().key().brand(), family.clients())
                        .values();
    }

    /**
     * Handles that carry the erased person's own address or number, and that nobody has resolved: somebody took them in
     * who could not know yet. Those taken in from now on are removed by whoever takes them in.
     */
    List<HandleAssigned> strays(StoredErasure erasure) {
        var work = Objects.requireNonNull(erasure.work());
        var brand = erasure.state().brandKey();
        var known = work.handles().stream().map(HandleKey::of).collect(Collectors.toSet());
        var contacts = Stream.concat(
                        stores.handles().find(known).values().stream()
                                .map(StoredHandle::state)
                                .flatMap(handle -> Claim.contacts(handle).stream()),
                        stores.lists().clients(brand, work.clients()).values().stream()
                                .flatMap(row -> Claim.contacts(row).stream()))
                .collect(Collectors.toSet());
        var carriers =
                contacts.isEmpty() ? List.<StoredHandle>of() : stores.handles().spelt(contacts);
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
                .filter(handle -> Claim.contacts(handle).stream().anyMatch(own::contains))
                .filter(handle -> isUnresolved(handle, people.get(PersonKey.of(handle))))
                .toList();
    }

    private static boolean isCommon(String contact, List<StoredHandle> carriers) {
        var theirs = carriers.stream()
                .filter(handle -> Claim.contacts(handle.state()).contains(contact))
                .map(StoredHandle::key)
                .collect(Collectors.toSet());
        return new Claim(contact, theirs, Set.of()).isCommon();
    }

    private static boolean isUnresolved(HandleAssigned handle, @Nullable StoredPerson person) {
        return handle.person().equals(DeterministicIds.provisionalPerson(handle.handleKey()))
                && handle.evidence().size() == 1
                && (person == null || Beginnings.isUntouched(person));
    }
}
