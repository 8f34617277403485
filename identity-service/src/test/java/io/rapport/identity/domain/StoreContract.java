package io.rapport.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.SuppressionHashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of identity holds to, alone and when many use it at once. */
public abstract class StoreContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());
    private final Published published = new Published();

    protected abstract Identity.Stores stores();

    @Test
    void aHandleIsInsertedOnceAndReplacedInOrder() {
        var handles = stores().handles();
        var first = handle("1", "ann");
        handles.insert(List.of(first));
        handles.insert(List.of(handle("1", "other"), handle("2", "bob")));
        var renamed =
                first.next(HandleChange.of(first.state()).profile(named("anna")).at(NOW));

        assertThat(handles.find(List.of(x("1"))).get(x("1"))).isEqualTo(first);
        assertThat(handles.replace(List.of(renamed))).isEmpty();
        assertThat(handles.replace(List.of(first.next(
                        HandleChange.of(first.state()).profile(named("late")).at(NOW)))))
                .containsExactly(x("1"));
        assertThat(handles.find(List.of(x("1"), x("2"), x("3"))).keySet()).containsExactlyInAnyOrder(x("1"), x("2"));
        assertThat(handles.find(List.of(x("1"))).get(x("1")).state().profile().name())
                .isEqualTo("anna");
    }

    @Test
    void aPublishedHandleIsNoLongerDueUnlessItMovedOn() {
        var handles = stores().handles();
        var first = handle("1", "ann");
        handles.insert(List.of(first, handle("2", "bob")));
        handles.replace(
                List.of(first.next(HandleChange.of(first.state()).staff(true).at(NOW))));

        assertThat(handles.published(List.of(first.state(), handle("2", "bob").state())))
                .containsExactly(x("1"));
        assertThat(handles.due(9000))
                .extracting(StoredHandle::key)
                .contains(x("1"))
                .doesNotContain(x("2"));
    }

    @Test
    void handlesAreFoundBySpellingAndByStaff() {
        var handles = stores().handles();
        var ann = handle("1", "Ann");
        var team = handle("2", "team");
        handles.insert(List.of(
                ann, new StoredHandle(HandleChange.of(team.state()).staff(true).at(NOW), NOW, true)));

        assertThat(handles.spelt(List.of(Claim.account(brand, "x", "@ANN")))).containsExactly(ann);
        assertThat(handles.spelt(List.of(Claim.account(brand, "x", "1")))).containsExactly(ann);
        assertThat(handles.staff(brand)).extracting(StoredHandle::key).containsExactly(x("2"));
        assertThat(handles.staff(new BrandKey("acme", "elsewhere"))).isEmpty();
    }

    @Test
    void aNewerStateIsRestoredAndAnOlderOneIsNot() {
        var stores = stores();
        var old = handle("1", "ann").state();
        var newer = HandleChange.of(old).profile(named("anna")).at(NOW);
        stores.handles().restore(List.of(newer));
        stores.handles().restore(List.of(old));
        var person = Beginnings.provisional(old);
        var renamed = PersonChange.of(person).name("anna").at(NOW);
        stores.people().restore(List.of(renamed));
        stores.people().restore(List.of(person));

        assertThat(stores.handles().find(List.of(x("1"))).get(x("1")).state()).isEqualTo(newer);
        assertThat(find(stores, person).state()).isEqualTo(renamed);
        assertThat(find(stores, person).due()).isFalse();
    }

    @Test
    void aPersonIsReplacedByTheNextRevisionOnly() {
        var people = stores().people();
        var person =
                StoredPerson.fresh(Beginnings.provisional(handle("1", "ann").state()));
        assertThat(people.insert(person)).isTrue();
        assertThat(people.insert(person)).isFalse();
        var decision = person.state().decisions().get(0);
        var intending = person.intending(new Intent(decision, 7));

        assertThat(people.replace(intending)).isTrue();
        assertThat(people.replace(person.heldBy(UUID.randomUUID()))).isFalse();
        assertThat(people.find(List.of(person.key())).get(person.key())).isEqualTo(intending);
        assertThat(people.undecided(9000)).contains(intending);
        assertThat(people.published(List.of(person.state()))).isEmpty();
        assertThat(people.due(9000)).extracting(StoredPerson::key).doesNotContain(person.key());
        assertThat(people.replace(
                        people.find(List.of(person.key())).get(person.key()).intending(null)))
                .isTrue();
        assertThat(people.undecided(9000)).extracting(StoredPerson::key).doesNotContain(person.key());
    }

    @Test
    void claimsAddUp() {
        var claims = stores().claims();
        var id = Claim.email(brand, "ab12");
        var client = new PersonKey(brand, UUID.randomUUID());
        claims.add(List.of(new Claim(id, Set.of(x("1")), Set.of())));
        claims.add(List.of(new Claim(id, Set.of(x("2")), Set.of(client)), new Claim(id, Set.of(x("2")), Set.of())));

        assertThat(claims.find(List.of(id, "other")))
                .containsExactly(Map.entry(id, new Claim(id, Set.of(x("1"), x("2")), Set.of(client))));
    }

    @Test
    void listsKeepWhatIsNewest() {
        var lists = stores().lists();
        lists.putStaff(registered(2, "2"));
        lists.putStaff(registered(1, "1"));

        assertThat(lists.staff(List.of(brand, new BrandKey("acme", "elsewhere"))))
                .containsExactly(x("2"));
        assertThat(lists.clients(brand, List.of("c1"))).isEmpty();
        var row = new ClientListed(brand.agency(), brand.brand(), "c1", "Ann", null, List.of(), Map.of(), NOW);
        lists.putClients(List.of(row));
        lists.removeClients(brand, List.of("c2"));
        assertThat(lists.clients(brand, List.of("c1"))).containsOnlyKeys("c1");
        lists.removeClients(brand, List.of("c1", "c2"));
        assertThat(lists.clients(brand, List.of("c1"))).isEmpty();
    }

    @Test
    void allAreGoneThroughSoManyAtATime() {
        var handles = stores().handles();
        handles.insert(
                IntStream.range(0, 25).mapToObj(i -> handle("p" + i, "n")).toList());
        var sizes = new ArrayList<Integer>();
        var keys = new ArrayList<HandleKey>();
        handles.each(10, page -> {
            sizes.add(page.size());
            page.forEach(each -> keys.add(each.key()));
        });
        assertThat(keys.stream().filter(key -> key.brand().equals(brand)))
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(10);
    }

    @Test
    void aBrandIsGoneThroughAndNoOther() {
        var stores = stores();
        var others = new BrandKey(brand.agency(), brand.brand() + "0");
        stores.handles()
                .insert(IntStream.range(0, 25)
                        .mapToObj(i -> handle("p" + i, "n"))
                        .toList());
        stores.handles()
                .insert(List.of(
                        handle(new HandleKey(others, "x", "p1")),
                        handle(new HandleKey(new BrandKey("acme-" + brand.brand(), brand.brand()), "x", "p1"))));
        stores.lists().putClients(List.of(row(brand, "c1"), row(brand, "c2"), row(others, "c1")));
        var sizes = new ArrayList<Integer>();
        var keys = new ArrayList<HandleKey>();
        stores.handles().each(brand, 10, page -> {
            sizes.add(page.size());
            page.forEach(each -> keys.add(each.key()));
        });
        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.brand().equals(brand));
        var rows = new ArrayList<String>();
        stores.lists()
                .eachClient(
                        brand,
                        10,
                        page -> page.forEach(row -> rows.add(row.brandKey().key(row.client()))));
        assertThat(rows).containsExactlyInAnyOrder(brand.key("c1"), brand.key("c2"));
    }

    @Test
    void handlesAreFoundByHowTheirOwnersAreReached() {
        var stores = stores();
        var profile = new HandleProfile("ann", null, null, null, null, "ab12", "cd34", null, null);
        var ann = Beginnings.handle(new Sighting(x("1"), profile, NOW, NOW), false, NOW);
        stores.handles().insert(List.of(ann, handle("2", "bob")));
        assertThat(stores.handles().spelt(List.of(Claim.phone(brand, "cd34")))).containsExactly(ann);
        assertThat(stores.handles().spelt(List.of(Claim.email(brand, "ab12")))).containsExactly(ann);
        assertThat(stores.handles().spelt(List.of(Claim.phone(brand, "ab12")))).isEmpty();
    }

    @Test
    void claimsAreFoundByWhoMakesThem() {
        var claims = stores().claims();
        var client = new PersonKey(brand, UUID.randomUUID());
        var others = new BrandKey(brand.agency(), brand.brand() + "0");
        claims.add(List.of(
                new Claim(Claim.email(brand, "a"), Set.of(x("1")), Set.of()),
                new Claim(Claim.email(brand, "b"), Set.of(x("2")), Set.of(client)),
                new Claim(Claim.email(brand, "c"), Set.of(x("3")), Set.of()),
                new Claim(Claim.email(others, "a"), Set.of(x("1")), Set.of())));
        assertThat(claims.madeBy(brand, List.of(x("1")), List.of(client)))
                .containsExactlyInAnyOrder(Claim.email(brand, "a"), Claim.email(brand, "b"));
        assertThat(claims.madeBy(brand, List.of(), List.of())).isEmpty();
    }

    private static StoredHandle handle(HandleKey key) {
        return Beginnings.handle(new Sighting(key, named("n"), NOW, NOW), false, NOW);
    }

    private static ClientListed row(BrandKey of, String client) {
        return new ClientListed(of.agency(), of.brand(), client, "Ann", null, List.of(), Map.of(), NOW);
    }

    @Test
    void manyWhoSeeTheSameHandlesAtOnceMakeOnePersonEach() throws Exception {
        var stores = stores();
        var identities = IntStream.range(0, 16).mapToObj(i -> identity(stores)).toList();

        var results = together(identities.stream()
                .map(identity -> (Callable<Void>) () -> {
                    identity.recognition().take(sightings(20), NOW);
                    return null;
                })
                .toList());

        assertThat(results).hasSize(16);
        assertThat(stores.handles().find(sightings(20).keySet())).hasSize(20);
        var assigned = published.handles.values().stream().filter(this::isOurs).toList();
        assertThat(assigned)
                .hasSize(20)
                .allSatisfy(state ->
                        assertThat(state.person()).isEqualTo(DeterministicIds.provisionalPerson(state.handleKey())));
        assertThat(published.people.values()).hasSize(20);
    }

    @Test
    void ofDecisionsAboutTheSamePeopleAtOnceOneWins() throws Exception {
        var stores = stores();
        identity(stores).recognition().take(sightings(6), NOW);
        var survivor = new PersonKey(brand, DeterministicIds.provisionalPerson(x("s0")));
        var callables = new ArrayList<Callable<Boolean>>();
        for (var i = 1; i < 6; i++) {
            var other = new PersonKey(brand, DeterministicIds.provisionalPerson(x("s" + i)));
            for (var twice = 0; twice < 3; twice++) {
                var identity = identity(stores);
                callables.add(() -> merged(identity, survivor, other));
            }
        }

        var won = together(callables).stream().filter(each -> each).count();
        identity(stores).recovery().run(NOW);

        var family = identity(stores).directory().find(survivor).orElseThrow();
        var told = family.person().decisions().stream()
                .filter(DecisionType.MERGED::is)
                .count();
        assertThat(family.handles()).hasSize((int) told + 1);
        assertThat(told).isPositive().isGreaterThanOrEqualTo(won);
        assertSound(stores);
    }

    @Test
    void handlesOfOnePersonSeenByManyAtOnceAreJoined() throws Exception {
        var stores = stores();
        var callables = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 5; i++) {
            var key = new HandleKey(brand, "c" + i, "1");
            var seen = Map.of(key, new Sighting(key, mailed("n" + i), NOW.plusSeconds(i), NOW.plusSeconds(i)));
            var identity = identity(stores);
            callables.add(() -> {
                identity.recognition().take(seen, NOW);
                return null;
            });
        }

        together(callables);
        identity(stores).recovery().run(NOW);

        var people = new HashSet<UUID>();
        published.handles.values().forEach(state -> people.add(state.person()));
        assertThat(people).containsExactly(DeterministicIds.provisionalPerson(new HandleKey(brand, "c0", "1")));
        assertSound(stores);
    }

    @Test
    void whatWasStoredAndNotPublishedIsPublishedAfterACrash() {
        var stores = stores();
        published.away = true;
        assertThatThrownBy(() -> identity(stores).recognition().take(sightings(30), NOW))
                .isInstanceOf(Announcer.NotAnnounced.class);
        assertThat(published.handles).isEmpty();

        published.away = false;
        identity(stores).recovery().run(NOW);

        assertThat(published.handles.keySet()).containsAll(sightings(30).keySet());
        assertThat(published.people.keySet())
                .containsAll(sightings(30).keySet().stream()
                        .map(key -> new PersonKey(brand, DeterministicIds.provisionalPerson(key)))
                        .toList());
        assertSound(stores);
    }

    @Test
    void aPolicyIsReplacedInOrderAndDueUntilPublished() {
        var policies = stores().policies();
        assertThat(policies.find(brand)).isEmpty();
        assertThat(policies.replace(policy(1))).isTrue();
        assertThat(policies.replace(policy(1))).isFalse();
        assertThat(policies.replace(policy(3))).isFalse();
        assertThat(policies.replace(policy(2))).isTrue();
        policies.published(policy(1));
        assertThat(policies.due()).contains(policy(2));
        policies.published(policy(2));
        assertThat(policies.due()).doesNotContain(policy(2));
        policies.restore(List.of(policy(1)));
        assertThat(policies.find(brand)).contains(policy(2));
        policies.restore(List.of(policy(5)));
        assertThat(policies.find(brand)).contains(policy(5));
    }

    @Test
    void aPolicySetWhileTheBrokerIsAwayIsPublishedLater() {
        var stores = stores();
        published.away = true;
        var set = identity(stores).policies().set(policy(0));
        assertThat(identity(stores).policies().of(brand)).isEqualTo(set);
        assertThat(published.policies).isEmpty();

        published.away = false;
        identity(stores).recovery().run(NOW);

        assertThat(published.policies.get(brand)).isEqualTo(set);
    }

    @Test
    void suggestionsStandInOrderAndTheNewerStays() {
        var reviews = stores().reviews();
        var many = IntStream.range(0, 7).mapToObj(i -> review(i, i % 3, NOW)).toList();
        reviews.put(many);
        reviews.put(List.of(review(1, 9, NOW.plusSeconds(1)), review(2, 9, NOW.minusSeconds(1))));
        var found = new ArrayList<Review>();
        ReviewStore.Place place = null;
        for (var page = reviews.page(brand, place, 2); !page.isEmpty(); page = reviews.page(brand, place, 2)) {
            found.addAll(page);
            place = new ReviewStore.Place(
                    page.get(page.size() - 1).rank(), page.get(page.size() - 1).id());
        }

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
        assertThat(found.get(0)).isEqualTo(review(1, 9, NOW.plusSeconds(1)));
        for (var i = 0; i < found.size(); i++) {
            var before = new ArrayList<>(found.subList(Math.max(0, i - 2), i));
            Collections.reverse(before);
            assertThat(reviews.before(brand, ReviewStore.Place.of(found.get(i)), 2))
                    .isEqualTo(before);
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.rank(), a.rank()));
        assertThat(reviews.find(brand, review(2, 0, NOW).id())).contains(review(2, 2, NOW));
        reviews.remove(brand, List.of(review(2, 0, NOW).id()));
        reviews.removeOlder(brand, NOW.plusSeconds(1));
        assertThat(reviews.page(brand, null, 9)).containsExactly(review(1, 9, NOW.plusSeconds(1)));
        assertThat(reviews.page(new BrandKey("acme", "elsewhere"), null, 9)).isEmpty();
    }

    @Test
    void suggestionsAboutSomebodyAreTakenOut() {
        var reviews = stores().reviews();
        reviews.put(List.of(review(1, 1, NOW), review(2, 2, NOW), review(3, 3, NOW)));
        assertThat(reviews.removeAbout(brand, List.of(new UUID(1, 1), new UUID(2, 3), new UUID(9, 9))))
                .containsExactlyInAnyOrder(review(1, 1, NOW), review(3, 3, NOW));
        assertThat(reviews.page(brand, null, 9)).containsExactly(review(2, 2, NOW));
    }

    private Review review(int i, double rank, Instant at) {
        var pair = Review.Pair.of(new PersonKey(brand, new UUID(1, i)), new PersonKey(brand, new UUID(2, i)));
        return new Review(pair, 0.7, rank, List.of(new Evidence("PRIOR", "before", -1)), List.of(), at);
    }

    private PolicySet policy(long version) {
        return new PolicySet(brand.agency(), brand.brand(), false, 0.9, 0.5, List.of("reddit"), version, "ann", NOW);
    }

    private void assertSound(Identity.Stores stores) {
        assertThat(stores.handles().due(9000)).noneMatch(handle -> isOurs(handle.state()));
        var stored = stores.handles().find(published.handles.keySet());
        published.handles.forEach(
                (key, state) -> assertThat(stored.get(key).state()).isEqualTo(state));
        stores.people().find(published.people.keySet()).values().forEach(person -> {
            assertThat(person.isFree()).isTrue();
            assertThat(person.due()).isFalse();
            assertThat(published.people.get(person.key())).isEqualTo(person.state());
        });
    }

    private static boolean merged(Identity identity, PersonKey one, PersonKey other) {
        try {
            identity.decisions().merge(one, other, new Said("ann", "the same", NOW), false);
            return true;
        } catch (Refused e) {
            assertThat(e.why()).isIn(Refused.Why.CONFLICT, Refused.Why.SAME_PERSON);
            return false;
        }
    }

    private <T> List<T> together(List<? extends Callable<T>> callables)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(16);
        try {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(callables)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anErasureIsStoredOnceReplacedInOrderAndFoundByWhatItIsAbout() {
        var erasures = stores().erasures();
        var person = UUID.randomUUID();
        var first = erasure(person, new StoredErasure.Work(new PersonKey(brand, person), List.of(), List.of()));
        var id = first.state().erasure();

        assertThat(erasures.insert(first)).isTrue();
        assertThat(erasures.find(brand, id)).contains(first);
        assertThat(erasures.about(brand, person.toString())).containsExactly(first);
        assertThat(erasures.about(brand, "hash of a handle")).containsExactly(first);
        assertThat(erasures.about(brand, UUID.randomUUID().toString())).isEmpty();
        assertThat(erasures.about(new BrandKey(brand.agency(), "other"), person.toString()))
                .isEmpty();
        assertThat(erasures.unfinished(9000)).contains(first);

        var removed = first.removed(Map.of("handles", 1L), Map.of());
        assertThat(erasures.replace(removed)).isTrue();
        assertThat(erasures.replace(first.removed(Map.of(), Map.of()))).isFalse();
        erasures.published(first.state());
        assertThat(erasures.unfinished(9000)).contains(removed);
        erasures.published(removed.state());
        assertThat(erasures.unfinished(9000))
                .extracting(each -> each.state().erasure())
                .doesNotContain(id);

        var told = removed.told(new ErasureDone(
                brand.agency(), brand.brand(), "report", "hash of a handle", Map.of("engagements", 3L), NOW));
        assertThat(erasures.replace(told)).isTrue();
        assertThat(erasures.find(brand, id).orElseThrow().told()).isEqualTo(told.told());
        erasures.restore(first);
        assertThat(erasures.find(brand, id).orElseThrow().state()).isEqualTo(told.state());
    }

    @Test
    void whatIsBarredIsBarredInItsBrandForGood() {
        var erasures = stores().erasures();
        erasures.bar(brand, List.of("a", "b"));
        erasures.bar(brand, List.of("b", "c"));

        assertThat(erasures.barred(brand, List.of("a", "b", "c", "d"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(erasures.barred(new BrandKey(brand.agency(), "other"), List.of("a")))
                .isEmpty();
        assertThat(erasures.barred(brand, List.of())).isEmpty();
    }

    @Test
    void whatIsRemovedIsGoneAndNothingElse() {
        var stores = stores();
        stores.handles().insert(List.of(handle("1", "ann"), handle("2", "bob")));
        var ann = Beginnings.provisional(handle("1", "ann").state());
        var bob = Beginnings.provisional(handle("2", "bob").state());
        stores.people().insert(List.of(StoredPerson.fresh(ann), StoredPerson.fresh(bob)));
        var shared = Claim.email(brand, "ab12");
        var own = Claim.email(brand, "cd34");
        stores.claims()
                .add(List.of(
                        new Claim(shared, Set.of(x("1"), x("2")), Set.of()),
                        new Claim(own, Set.of(x("1")), Set.of(PersonKey.of(ann)))));
        var row = new ClientListed(brand.agency(), brand.brand(), "c1", "Ann", null, List.of(), Map.of(), NOW);
        stores.lists().putClients(List.of(row));

        stores.handles().remove(List.of(x("1"), x("3")));
        stores.people().remove(List.of(PersonKey.of(ann)));
        stores.claims().remove(List.of(shared, own), List.of(x("1")), List.of(PersonKey.of(ann)));
        stores.lists().removeClients(brand, List.of("c1", "c2"));

        assertThat(stores.handles().find(List.of(x("1"), x("2"))).keySet()).containsExactly(x("2"));
        assertThat(find(stores, ann)).isNull();
        assertThat(find(stores, bob)).isNotNull();
        assertThat(stores.claims().find(List.of(shared, own)))
                .containsOnly(Map.entry(shared, new Claim(shared, Set.of(x("2")), Set.of())));
        assertThat(stores.lists().clients(brand, List.of("c1"))).isEmpty();
        assertThat(stores.handles().published(List.of(handle("1", "ann").state())))
                .containsExactly(x("1"));
        assertThat(stores.people().published(List.of(ann))).containsExactly(PersonKey.of(ann));
    }

    private StoredErasure erasure(UUID person, StoredErasure.Work work) {
        var state = new PersonErased(
                brand.agency(),
                brand.brand(),
                UUID.randomUUID(),
                List.of(person),
                List.of("hash of a handle"),
                List.of("hash of a handle"),
                "check",
                "ann",
                null,
                NOW,
                List.of(),
                1);
        return new StoredErasure(state, work, List.of(), true);
    }

    private Identity identity(Identity.Stores stores) {
        return new Identity(stores, published, new Memory.NoMeters(), new SuppressionHashes("a secret for tests"));
    }

    private static StoredPerson find(Identity.Stores stores, PersonDescribed person) {
        var key = PersonKey.of(person);
        return stores.people().find(List.of(key)).get(key);
    }

    private Map<HandleKey, Sighting> sightings(int n) {
        var seen = new ConcurrentHashMap<HandleKey, Sighting>();
        IntStream.range(0, n).forEach(i -> {
            var at = NOW.plusSeconds(i);
            seen.put(x("s" + i), new Sighting(x("s" + i), named("n" + i), at, at));
        });
        return seen;
    }

    private StoredHandle handle(String id, String name) {
        return Beginnings.handle(new Sighting(x(id), named(name), NOW, NOW), false, NOW);
    }

    private HandleKey x(String id) {
        return new HandleKey(brand, "x", id);
    }

    private boolean isOurs(HandleAssigned state) {
        return state.handleKey().brand().equals(brand);
    }

    private BrandRegistered registered(long version, String staff) {
        return new BrandRegistered(
                brand.agency(),
                brand.brand(),
                "A brand",
                "UTC",
                BrandClock.LIVE,
                List.of(new StaffHandle("x", staff)),
                List.of(),
                null,
                version,
                NOW);
    }

    private static HandleProfile named(String name) {
        return new HandleProfile(name, null, null, null, null, null);
    }

    private static HandleProfile mailed(String name) {
        return new HandleProfile(name, null, null, null, null, "ab12");
    }

    /** The topics: the last record of each key, as compaction leaves it. */
    private static final class Published implements Announcer {

        private final Map<HandleKey, HandleAssigned> handles = new ConcurrentHashMap<>();
        private final Map<PersonKey, PersonDescribed> people = new ConcurrentHashMap<>();
        private final Map<BrandKey, PolicySet> policies = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public void handles(Collection<HandleAssigned> states) {
            answer();
            states.forEach(state -> handles.put(state.handleKey(), state));
        }

        @Override
        public void people(Collection<PersonDescribed> states) {
            answer();
            states.forEach(state -> people.put(PersonKey.of(state), state));
        }

        @Override
        public void policies(Collection<PolicySet> states) {
            answer();
            states.forEach(state -> policies.put(state.brandKey(), state));
        }

        @Override
        public void erased(PersonErased state) {
            answer();
        }

        @Override
        public void gone(Collection<HandleKey> keys, Collection<PersonKey> persons, Collection<String> clients) {
            answer();
            keys.forEach(handles::remove);
            persons.forEach(people::remove);
        }

        private void answer() {
            if (away) {
                throw new NotAnnounced(new IllegalStateException("away"));
            }
        }
    }
}
