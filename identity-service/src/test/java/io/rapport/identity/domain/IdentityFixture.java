package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A brand with handles and people, over in-memory repositories. */
public final class IdentityFixture {

    public static final BrandKey BRAND = new BrandKey("acme", "shoes");
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    public final InMemoryIdentity memory;
    public final IdentityComponents identity;
    private BrandRegistered brand;
    private int clock;

    public IdentityFixture() {
        this(new InMemoryIdentity());
    }

    public IdentityFixture(InMemoryIdentity memory) {
        this(memory, new CallInterceptor());
    }

    /** An instance whose calls of repositories and topics pass the interceptor. */
    public IdentityFixture(InMemoryIdentity memory, CallInterceptor gate) {
        this.memory = memory;
        this.identity = memory.identity(gate);
    }

    /** The same repositories after a restart. */
    public IdentityFixture restarted() {
        var restarted = new IdentityFixture(memory);
        restarted.identity.loadIndexes();
        return restarted;
    }

    /** An empty store, rebuilt from the topics. */
    public IdentityFixture rebuilt() {
        var fresh = new InMemoryIdentity();
        fresh.topics.handles.putAll(memory.topics.handles);
        fresh.topics.people.putAll(memory.topics.people);
        fresh.topics.erasures.putAll(memory.topics.erasures);
        fresh.topics.clients.putAll(memory.topics.clients);
        fresh.topics.policies.putAll(memory.topics.policies);
        var rebuilt = new IdentityFixture(fresh);
        var rebuilding = rebuilt.identity.rebuilder();
        rebuilding.restoreErasures(memory.topics.erasures.values());
        rebuilding.restoreStaff(Stream.ofNullable(brand).toList());
        rebuilding.restoreClients(memory.topics.clients.values());
        rebuilding.restorePolicies(memory.topics.policies.values());
        rebuilding.restorePeople(memory.topics.people.values());
        rebuilding.restoreHandles(memory.topics.handles.values());
        rebuilding.complete(NOW);
        rebuilt.identity.recovery().run(NOW);
        rebuilt.identity.loadIndexes();
        return rebuilt;
    }

    /** Receives everything that was published, as a peer instance does. */
    public void receivePeerUpdates() {
        identity.peerUpdates().addHandles(memory.topics.handles.values());
        identity.peerUpdates().addClients(memory.topics.clients.values());
        identity.peerUpdates().matchPending(next());
    }

    public static HandleKey x(String id) {
        return new HandleKey(BRAND, "x", id);
    }

    public static HandleKey mastodon(String id) {
        return new HandleKey(BRAND, "mastodon", id);
    }

    public static HandleProfile named(String name) {
        return HandleProfileBuilder.builder().name(name).build();
    }

    public static HandleProfile mailed(String name, String hash) {
        return HandleProfileBuilder.builder().name(name).emailHash(hash).build();
    }

    public void sight(HandleKey handle, HandleProfile profile) {
        var at = next();
        identity.sightings().process(Map.of(handle, HandleSighting.of(handle, profile, at)), at);
    }

    public void sight(HandleKey handle) {
        sight(handle, named("name of " + handle.handle()));
    }

    public ClientListed row(String client, String name, String emailHash, ClientHandle... handles) {
        return ClientListedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .client(client)
                .name(name)
                .emailHash(emailHash)
                .handles(List.of(handles))
                .fields(Map.of())
                .at(next())
                .build();
    }

    public void list(ClientListed... rows) {
        for (var row : rows) {
            memory.topics.clients.put(ClientListUpdater.rowKey(row), row);
        }
        identity.clientList().addRows(List.of(rows));
    }

    public void removeFromList(String... clients) {
        identity.clientList().removeRows(BRAND, List.of(clients), next());
    }

    public void staff(long version, HandleKey... handles) {
        var staff = Stream.of(handles)
                .map(key -> new StaffHandle(key.channel(), key.handle()))
                .toList();
        brand = BrandRegisteredBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .name("Shoes")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(staff)
                .paidMarkers(List.of())
                .version(version)
                .at(NOW)
                .build();
        identity.staffList().update(brand, next());
    }

    public DecisionResult merge(UUID one, UUID two) {
        return identity.decisions().merge(key(one), key(two), rationale("they met"), true);
    }

    public DecisionResult split(UUID person, HandleKey... handles) {
        return identity.decisions().split(key(person), Set.of(handles), null, rationale("they differ"));
    }

    /** Splits off what a merge moved. */
    public DecisionResult unmerge(DecisionResult merge) {
        var handles = merge.decision().handles().stream().map(HandleKey::of).collect(Collectors.toSet());
        return identity.decisions()
                .split(merge.person(), handles, merge.decision().other(), rationale("they differ after all"));
    }

    public DecisionRationale rationale(String reason) {
        return new DecisionRationale("ann", reason, next());
    }

    public static PersonKey key(UUID person) {
        return new PersonKey(BRAND, person);
    }

    public static UUID provisional(HandleKey handle) {
        return DeterministicIds.provisionalPerson(handle);
    }

    public UUID personOf(HandleKey handle) {
        return state(handle).person();
    }

    public HandleAssigned state(HandleKey handle) {
        return memory.handles.find(List.of(handle)).get(handle).state();
    }

    public PersonFamily family(UUID person) {
        return identity.directory().find(key(person)).orElseThrow();
    }

    /** The person, certainty and evidence of each handle, without versions and times. */
    public Map<String, List<Object>> assignments() {
        return of(memory.handles.all.values().stream().map(StoredHandle::state).toList());
    }

    public Map<String, List<Object>> published() {
        return of(memory.topics.handles.values());
    }

    /** The attributes of each person, without versions and times of the last change. */
    public Map<String, List<Object>> people() {
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

    /** The whole state that a decision or its undo may change. */
    public List<Object> state() {
        return List.of(assignments(), people(), memory.policies.find(BRAND));
    }

    /** The handles, reasons and evidence of all decisions, by person. */
    public Map<String, List<String>> decisionTexts() {
        var states = new TreeMap<String, List<String>>();
        memory.people.all.forEach((key, stored) -> states.put(
                key,
                stored.state().decisions().stream()
                        .flatMap(decision -> Stream.concat(
                                decision.handles().stream(),
                                Stream.of(decision.reason(), String.valueOf(decision.evidence()))))
                        .toList()));
        return states;
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
