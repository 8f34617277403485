package io.rapport.identity.domain;

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
public final class ClientList {

    private final HandleStore handles;
    private final ClaimStore claims;
    private final ListStore lists;
    private final ClientMarks marks;
    private final Desk desk;
    private final Sweep sweep;

    ClientList(Identity.Stores stores, ClientMarks marks, Desk desk, Sweep sweep) {
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
     * @throws Announcer.NotAnnounced if the broker is away; all is stored, and the rows are to be taken in again
     */
    public void take(Collection<ClientListed> listed) {
        var rows = sweep.withoutRows(listed);
        if (rows.isEmpty()) {
            return;
        }
        lists.putClients(rows);
        desk.people()
                .insert(rows.stream()
                        .map(Beginnings::client)
                        .map(StoredPerson::fresh)
                        .toList());
        claims.add(rows.stream().flatMap(ClientList::claims).toList());
        var at = rows.stream().map(ClientListed::at).max(Instant::compareTo).orElseThrow();
        marks.set(unmarked(rows), at);
        desk.naming().refresh(rows.stream().map(Beginnings::person).toList(), at);
        desk.joining().join(desk.matching().evidence(mentioned(rows), at));
        desk.stitching().clients(rows, at);
        sweep.withoutRows(rows);
    }

    static String key(ClientListed row) {
        return row.brandKey().key(row.client());
    }

    /**
     * Takes clients off a brand's list and publishes what follows. They stay the people they are, with all that is known to
     * be theirs; they are only no longer clients. Taking them off twice changes nothing more.
     *
     * @param at now
     * @throws Announcer.NotAnnounced if the broker is away; all is stored, and they are to be taken off again
     */
    public void takeOff(BrandKey brand, Collection<String> clients, Instant at) {
        lists.removeClients(brand, clients);
        var people = clients.stream()
                .collect(Collectors.toMap(
                        client -> new PersonKey(brand, DeterministicIds.clientPerson(brand, client)),
                        client -> client,
                        (a, b) -> a));
        marks.clear(people, at);
        desk.stitching()
                .forget(
                        brand,
                        people.keySet().stream()
                                .map(person -> person.person().toString())
                                .toList());
        desk.naming().refresh(people.keySet(), at);
    }

    /** Those who were on the list before, and taken off. */
    private Map<PersonKey, String> unmarked(Collection<ClientListed> rows) {
        var clients = rows.stream()
                .collect(Collectors.toMap(Beginnings::person, ClientListed::client, (a, b) -> a, HashMap::new));
        desk.people().find(clients.keySet()).values().stream()
                .filter(person -> person.state().clientId() != null)
                .forEach(person -> clients.remove(person.key()));
        return clients;
    }

    private static Stream<Claim> claims(ClientListed row) {
        var person = Set.of(Beginnings.person(row));
        return claimed(row).map(id -> new Claim(id, Set.of(), person));
    }

    static Stream<String> claimed(ClientListed row) {
        return Stream.concat(accounts(row), Claim.contacts(row).stream());
    }

    private static Stream<String> accounts(ClientListed row) {
        return row.handles().stream()
                .map((ClientHandle handle) -> Claim.account(row.brandKey(), handle.channel(), handle.handle()));
    }

    /** The handles there are already that are on the list by id, by name or by e-mail address. */
    private List<HandleAssigned> mentioned(Collection<ClientListed> rows) {
        var accounts = rows.stream().flatMap(ClientList::accounts).collect(Collectors.toSet());
        var found = new ArrayList<>(accounts.isEmpty() ? List.<StoredHandle>of() : handles.spelt(accounts));
        var emails = rows.stream().flatMap(ClientList::claimed).collect(Collectors.toSet());
        var byEmail = new HashSet<HandleKey>();
        claims.find(emails).values().forEach(claim -> byEmail.addAll(claim.handles()));
        found.addAll(handles.find(byEmail).values());
        return found.stream().map(StoredHandle::state).distinct().toList();
    }
}
