package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.PersonErased;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes what identity holds of a person, from its store first and then from its topics: who publishes an old state
 * meanwhile finds the document gone afterwards, and publishes the tombstone once more.
 */
final class Removal {

    private final Identity.Stores stores;
    private final Announcer announcer;
    private final Outbox outbox;
    private final Stitching stitching;

    Removal(Identity.Stores stores, Announcer announcer, Outbox outbox, Stitching stitching) {
        this.stitching = stitching;
        this.stores = stores;
        this.announcer = announcer;
        this.outbox = outbox;
    }

    void announce(PersonErased state) {
        announcer.erased(state);
    }

    /** Removes it; the erasure as it is then. Doing it again changes nothing more. */
    StoredErasure of(StoredErasure erasure) {
        var state = erasure.state();
        var work = Objects.requireNonNull(erasure.work());
        var brand = state.brandKey();
        var handles = work.handles().stream().map(HandleKey::of).toList();
        var people = state.people().stream().map(work.head()::other).collect(Collectors.toCollection(HashSet::new));
        outbox.people(forget(work, new Forgetting(Set.copyOf(state.people()), Set.copyOf(work.handles())), state.at()));
        stores.lists().removeClients(brand, work.clients());
        stores.handles().remove(handles);
        stores.claims().remove(work.claims(), handles, people);
        // The one who is held last: until then nobody else decides.
        people.remove(work.head());
        stores.people().remove(people);
        stores.people().remove(Set.of(work.head()));
        people.add(work.head());
        // Whoever suggests them meanwhile finds them gone afterwards, and takes it back.
        stores.reviews().removeAbout(brand, state.people());
        stitching.forget(brand, records(work, state));
        announcer.gone(handles, people, work.clients().stream().map(brand::key).toList());
        return counted(erasure);
    }

    /** Their records in the index: of their handles, and of the rows by which they were clients. */
    private static List<String> records(StoredErasure.Work work, PersonErased state) {
        return Stream.concat(work.handles().stream(), state.people().stream().map(String::valueOf))
                .toList();
    }

    /** The erasure, with what was removed here. */
    StoredErasure counted(StoredErasure erasure) {
        var work = erasure.work();
        long handles = erasure.state().handles().size();
        long people = erasure.state().people().size();
        long clients = work == null ? 0 : work.clients().size();
        long claims = work == null ? 0 : work.claims().size();
        return erasure.removed(
                Map.of("handles", handles, "people", people, "clients", clients, "claims", claims),
                Map.of("identity.assigned", handles, "identity.person", people, "client.listed", clients));
    }

    /** The rows of the client list that are of a family. */
    Collection<ClientListed> rows(Family family) {
        return family.clients().isEmpty()
                ? List.of()
                : stores.lists()
                        .clients(family.head().key().brand(), family.clients())
                        .values();
    }

    /** What a family claims. */
    List<String> claims(Family family, Collection<ClientListed> rows) {
        return Stream.concat(
                        family.handles().stream().flatMap(handle -> Claim.all(handle).stream()),
                        rows.stream().flatMap(ClientList::claimed))
                .distinct()
                .toList();
    }

    /** Whoever was split from them, or from whom they were, forgets their handles. */
    private Collection<StoredPerson> forget(StoredErasure.Work work, Forgetting forgetting, Instant at) {
        var keys = forgetting.people().stream().map(work.head()::other).toList();
        var reached = new HashSet<PersonKey>();
        var open = forgetting.othersOf(List.copyOf(stores.people().find(keys).values()));
        while (reached.addAll(open)) {
            var concerned = stores.people().find(open).values().stream()
                    .filter(person -> forgetting.concerns(person.state()))
                    .toList();
            concerned.forEach(person -> forget(person, forgetting, at));
            open = forgetting.othersOf(concerned);
        }
        return stores.people().find(reached).values().stream()
                .filter(StoredPerson::due)
                .filter(StoredPerson::isFree)
                .toList();
    }

    private void forget(StoredPerson found, Forgetting forgetting, Instant at) {
        var person = found;
        while (person != null
                && forgetting.concerns(person.state())
                && !stores.people().replace(person.next(forgetting.in(person.state(), at)))) {
            person = stores.people().find(List.of(found.key())).get(found.key());
        }
    }
}
