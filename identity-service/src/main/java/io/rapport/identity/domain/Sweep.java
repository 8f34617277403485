package io.rapport.identity.domain;

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
final class Sweep {

    private final Identity.Stores stores;
    private final Barred barred;
    private final Announcer announcer;
    private final Stitching stitching;

    Sweep(Identity.Stores stores, Barred barred, Announcer announcer, Stitching stitching) {
        this.stores = stores;
        this.barred = barred;
        this.announcer = announcer;
        this.stitching = stitching;
    }

    /** The handles that are not of somebody erased; whatever there is of the others is removed. */
    Set<HandleKey> without(Collection<HandleAssigned> handles) {
        return left(handles, barred.handles(handles));
    }

    /** The same of handles that nobody was told of yet: those by which somebody erased is reached go as well. */
    Set<HandleKey> withoutNewborn(Collection<HandleAssigned> handles) {
        return left(handles, barred.newborn(handles));
    }

    /** The sightings that are not of somebody erased; whatever there is of the others is removed. */
    Set<HandleKey> withoutSightings(Collection<Sighting> seen) {
        var erased = barred.sightings(seen).stream().map(Sighting::handle).collect(Collectors.toSet());
        remove(erased);
        return seen.stream()
                .map(Sighting::handle)
                .filter(key -> !erased.contains(key))
                .collect(Collectors.toSet());
    }

    /** The rows that are not of somebody erased; whatever there is of the others is removed. */
    List<ClientListed> withoutRows(Collection<ClientListed> rows) {
        var erased = barred.rows(rows);
        erased.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, theirs) -> remove(
                        brand,
                        Set.of(),
                        theirs.stream().map(ClientListed::client).collect(Collectors.toSet())));
        return rows.stream().filter(row -> !erased.contains(row)).toList();
    }

    private Set<HandleKey> left(Collection<HandleAssigned> handles, Set<HandleAssigned> erased) {
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
                .filter(person -> !Beginnings.isUntouched(person))
                .forEach(person -> people.remove(person.key()));
        stores.handles().remove(handles);
        stores.lists().removeClients(brand, clients);
        stores.claims().remove(stores.claims().madeBy(brand, handles, begun), handles, begun);
        stores.people().remove(people);
        List<UUID> ids = people.stream().map(PersonKey::person).toList();
        stores.reviews().removeAbout(brand, ids);
        stitching.forget(
                brand,
                Stream.concat(
                                handles.stream().map(HandleKey::key),
                                begun.stream().map(person -> person.person().toString()))
                        .toList());
        announcer.gone(handles, people, clients.stream().map(brand::key).toList());
    }
}
