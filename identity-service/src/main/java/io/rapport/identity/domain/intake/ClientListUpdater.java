package io.rapport.identity.domain.intake;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
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
 * Applies the client list. Each row is a person, with or without a handle; the accounts and contacts in it claim the
 * handles that have them.
 */
public final class ClientListUpdater {

    private final HandleRepository handles;
    private final ClientPeople people;
    private final ClaimRepository claims;
    private final BrandListRepository lists;
    private final ClientMarker marker;
    private final PersonRenamer renamer;
    private final DeterministicMatcher deterministic;
    private final PersonJoiner joiner;
    private final SimilarityMatcher matcher;
    private final SuppressedWriteCleanup cleanup;
    private final ListCorrection corrections;

    public ClientListUpdater(
            HandleRepository handles,
            ClientPeople people,
            ClaimRepository claims,
            BrandListRepository lists,
            ClientMarker marker,
            PersonRenamer renamer,
            DeterministicMatcher deterministic,
            PersonJoiner joiner,
            SimilarityMatcher matcher,
            SuppressedWriteCleanup cleanup,
            ListCorrection corrections) {
        this.handles = handles;
        this.people = people;
        this.claims = claims;
        this.lists = lists;
        this.marker = marker;
        this.renamer = renamer;
        this.deterministic = deterministic;
        this.joiner = joiner;
        this.matcher = matcher;
        this.cleanup = cleanup;
        this.corrections = corrections;
    }

    /**
     * Adds rows, except of suppressed clients, and publishes the changes. Idempotent.
     *
     * @throws NotPublishedException if the broker is unavailable; everything is stored, and the same input has to be
     *     processed again
     */
    public void addRows(Collection<ClientListed> listed) {
        var rows = cleanup.retainRows(listed);
        if (rows.isEmpty()) {
            return;
        }
        var at = rows.stream().map(ClientListed::at).max(Instant::compareTo).orElseThrow();
        var before = storedRows(rows);
        var released = corrections.withdraw(rows, before, at);
        saveRows(rows, before.keySet());
        people.update(rows, at);
        claims.addClaimants(rows.stream().flatMap(ClientListUpdater::claims).toList());
        joiner.join(deterministic.findJoins(findMentionedHandles(rows, released), at));
        matcher.matchClients(rows, at);
        cleanup.retainRows(rows);
    }

    public static String rowKey(ClientListed row) {
        return row.brandKey().key(row.client());
    }

    /**
     * Removes clients from the list and publishes the changes. They remain people with their handles. Idempotent.
     *
     * @param at the time of the resulting changes
     * @throws NotPublishedException if the broker is unavailable; everything is stored, and the same input has to be
     *     processed again
     */
    public void removeRows(BrandKey brand, Collection<String> clients, Instant at) {
        lists.deleteClients(brand, clients);
        var clientPeople = clients.stream()
                .collect(Collectors.toMap(
                        client -> new PersonKey(brand, DeterministicIds.clientPerson(brand, client)),
                        client -> client,
                        (a, b) -> a));
        marker.unmark(clientPeople, at);
        matcher.removeRecords(
                brand,
                clientPeople.keySet().stream()
                        .map(person -> person.person().toString())
                        .toList());
        renamer.refresh(clientPeople.keySet(), at);
    }

    /** The stored rows of the same clients. */
    private Map<PersonKey, ClientListed> storedRows(Collection<ClientListed> rows) {
        var stored = new HashMap<PersonKey, ClientListed>();
        rows.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, theirs) -> lists.findClients(
                                brand, theirs.stream().map(ClientListed::client).toList())
                        .values()
                        .forEach(row -> stored.put(InitialStates.clientKey(row), row)));
        return stored;
    }

    private void saveRows(Collection<ClientListed> rows, Set<PersonKey> known) {
        var isKnown =
                rows.stream().collect(Collectors.partitioningBy(row -> known.contains(InitialStates.clientKey(row))));
        lists.insertClients(isKnown.getOrDefault(false, List.of()));
        lists.saveClients(isKnown.getOrDefault(true, List.of()));
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
                .flatMap((ClientHandle handle) ->
                        IdentifierClaim.accountIds(row.brandKey(), handle.channel(), handle.handle()).stream());
    }

    /** Existing handles that the rows name by id, by account name or by contact, and those they named before. */
    private List<HandleAssigned> findMentionedHandles(
            Collection<ClientListed> rows, Collection<HandleAssigned> released) {
        var accounts = rows.stream().flatMap(ClientListUpdater::accountIds).collect(Collectors.toSet());
        var found = new ArrayList<>(accounts.isEmpty() ? List.<StoredHandle>of() : handles.findByClaims(accounts));
        var emails = rows.stream().flatMap(ClientListUpdater::claimIds).collect(Collectors.toSet());
        var byEmail = new HashSet<HandleKey>();
        claims.find(emails).values().forEach(claim -> byEmail.addAll(claim.handles()));
        found.addAll(handles.find(byEmail).values());
        return Stream.concat(found.stream().map(StoredHandle::state), released.stream())
                .distinct()
                .toList();
    }
}
