package io.rapport.identity.domain.intake;

import io.rapport.identity.domain.outbox.IdentityEventPublisher;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the brand's client list in: each row is a person, with or without a handle, and the handles and e-mail address on
 * it are theirs whenever they turn up.
 */
public final class ClientListUpdater {

    private final HandleRepository handles;
    private final ClaimRepository claims;
    private final BrandListRepository lists;
    private final ClientMarker marks;
    private final ProvisionalPeople desk;
    private final SuppressedWriteCleanup sweep;

    public ClientListUpdater(Identity.Stores stores, ClientMarker marks, ProvisionalPeople desk, SuppressedWriteCleanup sweep) {
        this.handles = stores.handles();
        this.claims = stores.claims();
        this.lists = stores.lists();
        this.marks = marks;
        this.desk = desk;
        this.sweep = sweep;
    }

    /**
     * Takes rows in, but for those of people who were erased, and publishes what follows from them. Taking them in twice changes nothing more.
     *
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; all is stored, and the rows are to be taken in again
     */
    public void addRows(Collection<ClientListed> listed) {
        var rows = sweep.retainRows(listed);
        if (rows.isEmpty()) {
            return;
        }
        lists.saveClients(rows);
        desk.people()
                .insertIfAbsent(rows.stream()
                        .map(InitialStates::clientPerson)
                        .map(StoredPerson::unsaved)
                        .toList());
        claims.addClaimants(rows.stream().flatMap(ClientListUpdater::claims).toList());
        var at = rows.stream().map(ClientListed::at).max(Instant::compareTo).orElseThrow();
        marks.mark(findUnmarked(rows), at);
        desk.naming().refresh(rows.stream().map(InitialStates::clientKey).toList(), at);
        desk.joining().join(desk.matching().findJoins(findMentionedHandles(rows), at));
        desk.stitching().matchClients(rows, at);
        sweep.retainRows(rows);
    }

    public static String rowKey(ClientListed row) {
        return row.brandKey().key(row.client());
    }

    /**
     * Takes clients off a brand's list and publishes what follows. They stay the people they are, with all that is known to
     * be theirs; they are only no longer clients. Taking them off twice changes nothing more.
     *
     * @param at now
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; all is stored, and they are to be taken off again
     */
    public void removeRows(BrandKey brand, Collection<String> clients, Instant at) {
        lists.deleteClients(brand, clients);
        var people = clients.stream()
                .collect(Collectors.toMap(
                        client -> new PersonKey(brand, DeterministicIds.clientPerson(brand, client)),
                        client -> client,
                        (a, b) -> a));
        marks.unmark(people, at);
        desk.stitching()
                .removeRecords(
                        brand,
                        people.keySet().stream()
                                .map(person -> person.person().toString())
                                .toList());
        desk.naming().refresh(people.keySet(), at);
    }

    /** Those who were on the list before, and taken off. */
    private Map<PersonKey, String> findUnmarked(Collection<ClientListed> rows) {
        var clients = rows.stream()
                .collect(Collectors.toMap(InitialStates::clientKey, ClientListed::client, (a, b) -> a, HashMap::new));
        desk.people().find(clients.keySet()).values().stream()
                .filter(person -> person.state().clientId() != null)
                .forEach(person -> clients.remove(person.key()));
        return clients;
    }

    private static Stream<IdentifierClaim> claims(ClientListed row) {
        var person = Set.of(InitialStates.clientKey(row));
        return claimIds(row).map(id -> new IdentifierClaim(id, Set.of(), person));
    }

    static Stream<String> claimIds(ClientListed row) {
        return Stream.concat(accountIds(row), IdentifierClaim.contactIds(row).stream());
    }

    private static Stream<String> accountIds(ClientListed row) {
        return row.handles().stream()
                .map((ClientHandle handle) -> IdentifierClaim.accountId(row.brandKey(), handle.channel(), handle.handle()));
    }

    /** The handles there are already that are on the list by id, by name or by e-mail address. */
    private List<HandleAssigned> findMentionedHandles(Collection<ClientListed> rows) {
        var accounts = rows.stream().flatMap(ClientListUpdater::accountIds).collect(Collectors.toSet());
        var found = new ArrayList<>(accounts.isEmpty() ? List.<StoredHandle>of() : handles.findByClaims(accounts));
        var emails = rows.stream().flatMap(ClientListUpdater::claimIds).collect(Collectors.toSet());
        var byEmail = new HashSet<HandleKey>();
        claims.find(emails).values().forEach(claim -> byEmail.addAll(claim.handles()));
        found.addAll(handles.find(byEmail).values());
        return found.stream().map(StoredHandle::state).distinct().toList();
    }
}
