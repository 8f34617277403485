package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A brand's handles and people, in words that tests can be told in. */
final class World {

    static final BrandKey BRAND = new BrandKey("acme", "shoes");
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final Memory memory;
    final Identity identity;
    private BrandRegistered brand;
    private int clock;

    World() {
        this(new Memory());
    }

    World(Memory memory) {
        this(memory, new Gate());
    }

    /** An instance of identity over these stores, whose every call passes through a gate. */
    World(Memory memory, Gate gate) {
        this.memory = memory;
        this.identity = memory.identity(gate);
    }

    /** The same stores after a restart. */
    World restarted() {
        var restarted = new World(memory);
        restarted.identity.remember(read -> {});
        return restarted;
    }

    /** A new store, filled from what was published. */
    World rebuilt() {
        var fresh = new Memory();
        fresh.topics.handles.putAll(memory.topics.handles);
        fresh.topics.people.putAll(memory.topics.people);
        fresh.topics.erasures.putAll(memory.topics.erasures);
        fresh.topics.clients.putAll(memory.topics.clients);
        fresh.topics.policies.putAll(memory.topics.policies);
        var rebuilt = new World(fresh);
        var rebuilding = rebuilt.identity.rebuilding();
        rebuilding.erasures(memory.topics.erasures.values());
        rebuilding.brands(Stream.ofNullable(brand).toList());
        rebuilding.clients(memory.topics.clients.values());
        rebuilding.policies(memory.topics.policies.values());
        rebuilding.people(memory.topics.people.values());
        rebuilding.handles(memory.topics.handles.values());
        rebuilding.complete(NOW);
        rebuilt.identity.recovery().run(NOW);
        rebuilt.identity.remember(read -> {});
        return rebuilt;
    }

    /** Hears all that was published. */
    void hear() {
        identity.neighbours().handles(memory.topics.handles.values());
        identity.neighbours().clients(memory.topics.clients.values());
        identity.neighbours().compare(next());
    }

    static HandleKey x(String id) {
        return new HandleKey(BRAND, "x", id);
    }

    static HandleKey mastodon(String id) {
        return new HandleKey(BRAND, "mastodon", id);
    }

    static HandleProfile named(String name) {
        return new HandleProfile(name, null, null, null, null, null);
    }

    static HandleProfile mailed(String name, String hash) {
        return new HandleProfile(name, null, null, null, null, hash);
    }

    void see(HandleKey handle, HandleProfile profile) {
        var at = next();
        identity.recognition().take(Map.of(handle, new Sighting(handle, profile, at, at)), at);
    }

    void see(HandleKey handle) {
        see(handle, named("name of " + handle.handle()));
    }

    ClientListed row(String client, String name, String emailHash, ClientHandle... handles) {
        return new ClientListed(
                BRAND.agency(), BRAND.brand(), client, name, emailHash, List.of(handles), Map.of(), next());
    }

    void list(ClientListed... rows) {
        for (var row : rows) {
            memory.topics.clients.put(ClientList.key(row), row);
        }
        identity.clientList().take(List.of(rows));
    }

    void takeOff(String... clients) {
        identity.clientList().takeOff(BRAND, List.of(clients), next());
    }

    void staff(long version, HandleKey... handles) {
        var staff = Stream.of(handles)
                .map(key -> new StaffHandle(key.channel(), key.handle()))
                .toList();
        brand = new BrandRegistered(
                BRAND.agency(), BRAND.brand(), "Shoes", "UTC", BrandClock.LIVE, staff, List.of(), null, version, NOW);
        identity.staffList().take(brand, next());
    }

    Decided merge(UUID one, UUID two) {
        return identity.decisions().merge(key(one), key(two), said("they met"), true);
    }

    Decided split(UUID person, HandleKey... handles) {
        return identity.decisions().split(key(person), Set.of(handles), null, said("they differ"));
    }

    /** Takes a merge back, whatever came after it. */
    Decided unmerge(Decided merge) {
        var handles = merge.decision().handles().stream().map(HandleKey::of).collect(Collectors.toSet());
        return identity.decisions()
                .split(merge.person(), handles, merge.decision().other(), said("they differ after all"));
    }

    Said said(String reason) {
        return new Said("ann", reason, next());
    }

    static PersonKey key(UUID person) {
        return new PersonKey(BRAND, person);
    }

    static UUID provisional(HandleKey handle) {
        return DeterministicIds.provisionalPerson(handle);
    }

    UUID personOf(HandleKey handle) {
        return state(handle).person();
    }

    HandleAssigned state(HandleKey handle) {
        return memory.handles.find(List.of(handle)).get(handle).state();
    }

    Family family(UUID person) {
        return identity.directory().find(key(person)).orElseThrow();
    }

    /** Who every handle belongs to and how we know, without versions and times. */
    Map<String, List<Object>> assignments() {
        return of(memory.handles.all.values().stream().map(StoredHandle::state).toList());
    }

    Map<String, List<Object>> published() {
        return of(memory.topics.handles.values());
    }

    /** What every person is, without versions and times of the last change. */
    Map<String, List<Object>> people() {
        var people = new TreeMap<String, List<Object>>();
        memory.people.all.forEach((key, stored) -> {
            var person = stored.state();
            people.put(
                    key,
                    Stream.of(
                                    person.name(),
                                    person.client(),
                                    person.clientId(),
                                    person.since(),
                                    person.mergedInto(),
                                    person.distinctFrom())
                            .map(each -> (Object) String.valueOf(each))
                            .toList());
        });
        return people;
    }

    /** All that holds: who is who, how it is known, and how the brand lets its handles be matched. */
    List<Object> state() {
        return List.of(assignments(), people(), memory.policies.find(BRAND));
    }

    /** The handles that people's decisions name, and why they were made. */
    Map<String, List<String>> told() {
        var told = new TreeMap<String, List<String>>();
        memory.people.all.forEach((key, stored) -> told.put(
                key,
                stored.state().decisions().stream()
                        .flatMap(decision -> Stream.concat(
                                decision.handles().stream(),
                                Stream.of(decision.reason(), String.valueOf(decision.evidence()))))
                        .toList()));
        return told;
    }

    private static Map<String, List<Object>> of(Collection<HandleAssigned> states) {
        return states.stream()
                .collect(Collectors.toMap(
                        state -> state.handleKey().key(),
                        state -> List.of(
                                state.person(),
                                state.status(),
                                state.confidence(),
                                state.evidence(),
                                state.staff(),
                                state.profile()),
                        (one, two) -> two,
                        TreeMap::new));
    }

    private Instant next() {
        return NOW.plusSeconds(clock++);
    }
}
