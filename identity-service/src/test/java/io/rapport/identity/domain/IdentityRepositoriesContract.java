package io.rapport.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.ContactKind;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.PersonStateChange;
import io.rapport.identity.domain.person.ProfileField;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.store.StoredErasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
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

/** The contract of all repositories, alone and under concurrent use. */
public abstract class IdentityRepositoriesContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());
    private final Published published = new Published();

    protected abstract IdentityRepositories stores();

    @Test
    void aHandleIsInsertedOnceAndReplacedInOrder() {
        var handles = stores().handles();
        var first = handle("1", "ann");
        handles.insertIfAbsent(List.of(first));
        handles.insertIfAbsent(List.of(handle("1", "other"), handle("2", "bob")));
        var renamed = first.withState(
                HandleStateChange.of(first.state()).profile(named("anna")).build(NOW));

        assertThat(handles.find(List.of(x("1"))).get(x("1"))).isEqualTo(first);
        assertThat(handles.replace(List.of(renamed))).isEmpty();
        assertThat(handles.replace(List.of(first.withState(HandleStateChange.of(first.state())
                        .profile(named("late"))
                        .build(NOW)))))
                .containsExactly(x("1"));
        assertThat(handles.find(List.of(x("1"), x("2"), x("3"))).keySet()).containsExactlyInAnyOrder(x("1"), x("2"));
        assertThat(handles.find(List.of(x("1"))).get(x("1")).state().profile().name())
                .isEqualTo("anna");
    }

    @Test
    void publishedHandleIsMarkedUnlessItChangedMeanwhile() {
        var handles = stores().handles();
        var first = handle("1", "ann");
        handles.insertIfAbsent(List.of(first, handle("2", "bob")));
        handles.replace(List.of(
                first.withState(HandleStateChange.of(first.state()).staff(true).build(NOW))));

        assertThat(handles.markPublished(
                        List.of(first.state(), handle("2", "bob").state())))
                .containsExactly(x("1"));
        assertThat(handles.findUnpublished(9000))
                .extracting(StoredHandle::key)
                .contains(x("1"))
                .doesNotContain(x("2"));
    }

    @Test
    void handlesAreFoundBySpellingAndByStaff() {
        var handles = stores().handles();
        var ann = handle("1", "Ann");
        var team = handle("2", "team");
        handles.insertIfAbsent(List.of(
                ann,
                new StoredHandle(
                        HandleStateChange.of(team.state()).staff(true).build(NOW), ProfileTimes.of(NOW), true)));

        assertThat(handles.findByClaims(IdentifierClaim.accountIds(brand, "x", "@ANN")))
                .containsExactly(ann);
        assertThat(handles.findByClaims(IdentifierClaim.accountIds(brand, "x", "1")))
                .containsExactly(ann);
        assertThat(handles.findStaff(brand)).extracting(StoredHandle::key).containsExactly(x("2"));
        assertThat(handles.findStaff(new BrandKey("acme", "elsewhere"))).isEmpty();
    }

    @Test
    void aNewerStateIsRestoredAndAnOlderOneIsNot() {
        var stores = stores();
        var old = handle("1", "ann").state();
        var newer = HandleStateChange.of(old).profile(named("anna")).build(NOW);
        stores.handles().restore(List.of(newer));
        stores.handles().restore(List.of(old));
        var person = InitialStates.provisionalPerson(old);
        var renamed = PersonStateChange.of(person).name("anna").build(NOW);
        stores.people().restore(List.of(renamed));
        stores.people().restore(List.of(person));

        assertThat(stores.handles().find(List.of(x("1"))).get(x("1")).state()).isEqualTo(newer);
        assertThat(find(stores, person).state()).isEqualTo(renamed);
        assertThat(find(stores, person).unpublished()).isFalse();
    }

    @Test
    void aPersonIsReplacedByTheNextRevisionOnly() {
        var people = stores().people();
        var person = StoredPerson.unsaved(
                InitialStates.provisionalPerson(handle("1", "ann").state()));
        assertThat(people.insertIfAbsent(person)).isTrue();
        assertThat(people.insertIfAbsent(person)).isFalse();
        var decision = person.state().decisions().get(0);
        var intending = person.withIntent(new DecisionIntent(decision, 7));

        assertThat(people.replace(intending)).isTrue();
        assertThat(people.replace(person.withLock(UUID.randomUUID()))).isFalse();
        assertThat(people.find(List.of(person.key())).get(person.key())).isEqualTo(intending);
        assertThat(people.findUndecided(9000)).contains(intending);
        assertThat(people.markPublished(List.of(person.state()))).isEmpty();
        assertThat(people.findUnpublished(9000)).extracting(StoredPerson::key).doesNotContain(person.key());
        assertThat(people.replace(
                        people.find(List.of(person.key())).get(person.key()).withIntent(null)))
                .isTrue();
        assertThat(people.findUndecided(9000)).extracting(StoredPerson::key).doesNotContain(person.key());
    }

    @Test
    void claimantsAccumulate() {
        var claims = stores().claims();
        var id = IdentifierClaim.emailId(brand, "ab12");
        var client = new PersonKey(brand, UUID.randomUUID());
        claims.addClaimants(List.of(new IdentifierClaim(id, Set.of(x("1")), Set.of())));
        claims.addClaimants(List.of(
                new IdentifierClaim(id, Set.of(x("2")), Set.of(client)),
                new IdentifierClaim(id, Set.of(x("2")), Set.of())));

        assertThat(claims.find(List.of(id, "other")))
                .containsExactly(Map.entry(id, new IdentifierClaim(id, Set.of(x("1"), x("2")), Set.of(client))));
    }

    @Test
    void listsKeepTheNewestState() {
        var lists = stores().lists();
        lists.saveStaff(registered(2, "2"));
        lists.saveStaff(registered(1, "1"));

        assertThat(lists.findStaff(List.of(brand, new BrandKey("acme", "elsewhere"))))
                .containsExactly(x("2"));
        assertThat(lists.findClients(brand, List.of("c1"))).isEmpty();
        var row = ClientListedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .client("c1")
                .name("Ann")
                .handles(List.of())
                .fields(Map.of())
                .at(NOW)
                .build();
        lists.saveClients(List.of(row));
        lists.insertClients(List.of(
                ClientListedBuilder.builder(row)
                        .name("Bea")
                        .at(NOW.plusSeconds(9))
                        .build(),
                ClientListedBuilder.builder(row).client("c3").build()));
        assertThat(lists.findClients(brand, List.of("c1", "c3"))).hasSize(2).containsEntry("c1", row);
        lists.deleteClients(brand, List.of("c2"));
        assertThat(lists.findClients(brand, List.of("c1"))).containsOnlyKeys("c1");
        lists.deleteClients(brand, List.of("c1", "c2"));
        assertThat(lists.findClients(brand, List.of("c1"))).isEmpty();
    }

    @Test
    void allDocumentsAreIteratedInPages() {
        var handles = stores().handles();
        handles.insertIfAbsent(
                IntStream.range(0, 25).mapToObj(i -> handle("p" + i, "n")).toList());
        var sizes = new ArrayList<Integer>();
        var keys = new ArrayList<HandleKey>();
        handles.forEachPage(10, page -> {
            sizes.add(page.size());
            page.forEach(each -> keys.add(each.key()));
        });
        assertThat(keys.stream().filter(key -> key.brand().equals(brand)))
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(10);
    }

    @Test
    void onlyTheBrandsDocumentsAreIterated() {
        var stores = stores();
        var others = new BrandKey(brand.agency(), brand.brand() + "0");
        stores.handles()
                .insertIfAbsent(IntStream.range(0, 25)
                        .mapToObj(i -> handle("p" + i, "n"))
                        .toList());
        stores.handles()
                .insertIfAbsent(List.of(
                        handle(new HandleKey(others, "x", "p1")),
                        handle(new HandleKey(new BrandKey("acme-" + brand.brand(), brand.brand()), "x", "p1"))));
        stores.lists().saveClients(List.of(row(brand, "c1"), row(brand, "c2"), row(others, "c1")));
        var sizes = new ArrayList<Integer>();
        var keys = new ArrayList<HandleKey>();
        stores.handles().forEachPage(brand, 10, page -> {
            sizes.add(page.size());
            page.forEach(each -> keys.add(each.key()));
        });
        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.brand().equals(brand));
        var rows = new ArrayList<String>();
        stores.lists()
                .forEachClientPage(
                        brand,
                        10,
                        page -> page.forEach(row -> rows.add(row.brandKey().key(row.client()))));
        assertThat(rows).containsExactlyInAnyOrder(brand.key("c1"), brand.key("c2"));
    }

    @Test
    void handlesAreFoundByContact() {
        var stores = stores();
        var profile = HandleProfileBuilder.builder()
                .name("ann")
                .emailHash("ab12")
                .phoneHash("cd34")
                .build();
        var ann = InitialStates.handle(HandleSighting.of(x("1"), profile, NOW), false, NOW);
        stores.handles().insertIfAbsent(List.of(ann, handle("2", "bob")));
        assertThat(stores.handles().findByClaims(List.of(IdentifierClaim.phoneId(brand, "cd34"))))
                .containsExactly(ann);
        assertThat(stores.handles().findByClaims(List.of(IdentifierClaim.emailId(brand, "ab12"))))
                .containsExactly(ann);
        assertThat(stores.handles().findByClaims(List.of(IdentifierClaim.phoneId(brand, "ab12"))))
                .isEmpty();
    }

    @Test
    void claimsAreFoundByClaimant() {
        var claims = stores().claims();
        var client = new PersonKey(brand, UUID.randomUUID());
        var others = new BrandKey(brand.agency(), brand.brand() + "0");
        claims.addClaimants(List.of(
                new IdentifierClaim(IdentifierClaim.emailId(brand, "a"), Set.of(x("1")), Set.of()),
                new IdentifierClaim(IdentifierClaim.emailId(brand, "b"), Set.of(x("2")), Set.of(client)),
                new IdentifierClaim(IdentifierClaim.emailId(brand, "c"), Set.of(x("3")), Set.of()),
                new IdentifierClaim(IdentifierClaim.emailId(others, "a"), Set.of(x("1")), Set.of())));
        assertThat(claims.findIdsByClaimant(brand, List.of(x("1")), List.of(client)))
                .containsExactlyInAnyOrder(IdentifierClaim.emailId(brand, "a"), IdentifierClaim.emailId(brand, "b"));
        assertThat(claims.findIdsByClaimant(brand, List.of(), List.of())).isEmpty();
    }

    private static StoredHandle handle(HandleKey key) {
        return InitialStates.handle(HandleSighting.of(key, named("n"), NOW), false, NOW);
    }

    private static ClientListed row(BrandKey of, String client) {
        return ClientListedBuilder.builder()
                .agency(of.agency())
                .brand(of.brand())
                .client(client)
                .name("Ann")
                .handles(List.of())
                .fields(Map.of())
                .at(NOW)
                .build();
    }

    @Test
    void concurrentSightingsOfTheSameHandlesCreateOnePersonEach() throws Exception {
        var stores = stores();
        var identities = IntStream.range(0, 16).mapToObj(i -> identity(stores)).toList();

        var results = together(identities.stream()
                .map(identity -> (Callable<Void>) () -> {
                    identity.sightings().process(sightings(20), NOW);
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
    void oneOfConcurrentDecisionsWins() throws Exception {
        var stores = stores();
        identity(stores).sightings().process(sightings(6), NOW);
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
        var merges = family.person().decisions().stream()
                .filter(DecisionType.MERGED::matches)
                .count();
        assertThat(family.handles()).hasSize((int) merges + 1);
        assertThat(merges).isPositive().isGreaterThanOrEqualTo(won);
        assertSound(stores);
    }

    @Test
    void concurrentSightingsOfOnePersonAreJoined() throws Exception {
        var stores = stores();
        var callables = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 5; i++) {
            var key = new HandleKey(brand, "c" + i, "1");
            var seen = Map.of(key, HandleSighting.of(key, mailed("n" + i), NOW.plusSeconds(i)));
            var identity = identity(stores);
            callables.add(() -> {
                identity.sightings().process(seen, NOW);
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
    void unpublishedStateIsPublishedAfterACrash() {
        var stores = stores();
        published.away = true;
        assertThatThrownBy(() -> identity(stores).sightings().process(sightings(30), NOW))
                .isInstanceOf(NotPublishedException.class);
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
        policies.markPublished(policy(1));
        assertThat(policies.findUnpublished()).contains(policy(2));
        policies.markPublished(policy(2));
        assertThat(policies.findUnpublished()).doesNotContain(policy(2));
        policies.restore(List.of(policy(1)));
        assertThat(policies.find(brand)).contains(policy(2));
        policies.restore(List.of(policy(5)));
        assertThat(policies.find(brand)).contains(policy(5));
    }

    @Test
    void policySetWithoutBrokerIsPublishedLater() {
        var stores = stores();
        published.away = true;
        var set = identity(stores).policies().update(policy(0));
        assertThat(identity(stores).policies().find(brand)).isEqualTo(set);
        assertThat(published.policies).isEmpty();

        published.away = false;
        identity(stores).recovery().run(NOW);

        assertThat(published.policies.get(brand)).isEqualTo(set);
    }

    @Test
    void suggestionsAreOrderedAndTheNewerWins() {
        var reviews = stores().reviews();
        var many = IntStream.range(0, 7).mapToObj(i -> review(i, i % 3, NOW)).toList();
        reviews.save(many);
        reviews.save(List.of(review(1, 9, NOW.plusSeconds(1)), review(2, 9, NOW.minusSeconds(1))));
        var found = new ArrayList<MatchReview>();
        ReviewRepository.ReviewPosition place = null;
        for (var page = reviews.findPage(brand, place, 2); !page.isEmpty(); page = reviews.findPage(brand, place, 2)) {
            found.addAll(page);
            place = new ReviewRepository.ReviewPosition(
                    page.get(page.size() - 1).rank(), page.get(page.size() - 1).id());
        }

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
        assertThat(found.get(0)).isEqualTo(review(1, 9, NOW.plusSeconds(1)));
        for (var i = 0; i < found.size(); i++) {
            var before = new ArrayList<>(found.subList(Math.max(0, i - 2), i));
            Collections.reverse(before);
            assertThat(reviews.findPageBefore(brand, ReviewRepository.ReviewPosition.of(found.get(i)), 2))
                    .isEqualTo(before);
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.rank(), a.rank()));
        assertThat(reviews.find(brand, review(2, 0, NOW).id())).contains(review(2, 2, NOW));
        reviews.delete(brand, List.of(review(2, 0, NOW).id()));
        var others = reviews.findPage(brand, null, 9);
        reviews.deleteOlder(brand, List.of(), NOW.plusSeconds(1));
        assertThat(reviews.findPage(brand, null, 9)).isEqualTo(others);
        reviews.deleteOlder(brand, others.stream().map(MatchReview::id).toList(), NOW.plusSeconds(1));
        assertThat(reviews.findPage(brand, null, 9)).containsExactly(review(1, 9, NOW.plusSeconds(1)));
        assertThat(reviews.findPage(new BrandKey("acme", "elsewhere"), null, 9)).isEmpty();
    }

    @Test
    void theTimeOfAProfileOnlyAdvances() {
        var handles = stores().handles();
        var ann = handle("1", "ann");
        handles.insertIfAbsent(List.of(ann));

        var later = ProfileTimes.of(NOW.plusSeconds(5));
        handles.advanceProfileTimes(Map.of(ann.key(), later, x("unknown"), later));
        handles.advanceProfileTimes(Map.of(ann.key(), ProfileTimes.of(NOW.plusSeconds(3))));

        assertThat(handles.find(List.of(ann.key(), x("unknown"))))
                .isEqualTo(Map.of(ann.key(), ann.withProfileTimes(later)));
    }

    @Test
    void theTimeOfEachFieldOfAProfileAdvancesOnItsOwn() {
        var handles = stores().handles();
        var ann = handle("1", "ann");
        handles.insertIfAbsent(List.of(ann));

        handles.advanceProfileTimes(Map.of(ann.key(), times(0, Map.of(ProfileField.NAME, 7, ProfileField.BIO, 3))));
        handles.advanceProfileTimes(Map.of(ann.key(), times(0, Map.of(ProfileField.NAME, 4, ProfileField.BIO, 9))));
        assertThat(handles.find(List.of(ann.key())).get(ann.key()).profileTimes())
                .isEqualTo(times(0, Map.of(ProfileField.NAME, 7, ProfileField.BIO, 9)));

        handles.advanceProfileTimes(Map.of(ann.key(), ProfileTimes.of(NOW.plusSeconds(8))));
        var advanced = handles.find(List.of(ann.key())).get(ann.key());
        assertThat(advanced.profileTimes()).isEqualTo(times(8, Map.of(ProfileField.BIO, 9)));

        handles.replace(List.of(
                advanced.withState(HandleStateChange.of(ann.state()).staff(true).build(NOW))));
        assertThat(handles.find(List.of(ann.key())).get(ann.key()).profileTimes())
                .isEqualTo(advanced.profileTimes());
    }

    private static ProfileTimes times(int base, Map<ProfileField, Integer> later) {
        var of = new EnumMap<ProfileField, Instant>(ProfileField.class);
        later.forEach((field, second) -> of.put(field, NOW.plusSeconds(second)));
        return new ProfileTimes(NOW.plusSeconds(base), of);
    }

    @Test
    void peopleOfABrandAreReadInTheOrderOfTheirIds() {
        var people = stores().people();
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 5; i++) {
            var found = StoredPerson.unsaved(
                    InitialStates.provisionalPerson(handle("p" + i, "ann").state()));
            ids.add(found.state().person());
            people.insertIfAbsent(List.of(found));
        }
        ids.sort(Comparator.comparing(UUID::toString));

        var read = new ArrayList<UUID>();
        var after = "";
        for (var page = people.findPage(brand, after, 2); !page.isEmpty(); page = people.findPage(brand, after, 2)) {
            page.forEach(each -> read.add(each.state().person()));
            after = read.get(read.size() - 1).toString();
        }
        assertThat(read).isEqualTo(ids);
        assertThat(people.findPage(new BrandKey("acme", "elsewhere"), "", 9)).isEmpty();
    }

    @Test
    void suggestionsAboutAPersonAreDeleted() {
        var reviews = stores().reviews();
        reviews.save(List.of(review(1, 1, NOW), review(2, 2, NOW), review(3, 3, NOW)));
        assertThat(reviews.deleteByPeople(brand, List.of(new UUID(1, 1), new UUID(2, 3), new UUID(9, 9))))
                .containsExactlyInAnyOrder(review(1, 1, NOW), review(3, 3, NOW));
        assertThat(reviews.findPage(brand, null, 9)).containsExactly(review(2, 2, NOW));
    }

    private MatchReview review(int i, double rank, Instant at) {
        var pair =
                MatchReview.PersonPair.of(new PersonKey(brand, new UUID(1, i)), new PersonKey(brand, new UUID(2, i)));
        return new MatchReview(pair, 0.7, rank, List.of(new Evidence("PRIOR", "before", -1)), List.of(), at);
    }

    private static final BlockedContact BLOCKED =
            new BlockedContact(ContactKind.ACCOUNT, "x", "shoptablet", "a tablet in the shop", "ann", NOW);

    private PolicySet policy(long version) {
        return new PolicySet(
                brand.agency(),
                brand.brand(),
                false,
                0.9,
                0.5,
                List.of("reddit"),
                version,
                "ann",
                NOW,
                true,
                List.of(BLOCKED));
    }

    private void assertSound(IdentityRepositories stores) {
        assertThat(stores.handles().findUnpublished(9000)).noneMatch(handle -> isOurs(handle.state()));
        var stored = stores.handles().find(published.handles.keySet());
        published.handles.forEach(
                (key, state) -> assertThat(stored.get(key).state()).isEqualTo(state));
        stores.people().find(published.people.keySet()).values().forEach(person -> {
            assertThat(person.isFree()).isTrue();
            assertThat(person.unpublished()).isFalse();
            assertThat(published.people.get(person.key())).isEqualTo(person.state());
        });
    }

    private static boolean merged(IdentityComponents identity, PersonKey one, PersonKey other) {
        try {
            identity.decisions().merge(one, other, new DecisionRationale("ann", "the same", NOW), false);
            return true;
        } catch (DecisionRefusedException e) {
            assertThat(e.reason())
                    .isIn(
                            DecisionRefusedException.RefusalReason.CONFLICT,
                            DecisionRefusedException.RefusalReason.SAME_PERSON);
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
        var first = erasure(person, new StoredErasure.RemovalPlan(new PersonKey(brand, person), List.of(), List.of()));
        var id = first.state().erasure();

        assertThat(erasures.insertIfAbsent(first)).isTrue();
        assertThat(erasures.find(brand, id)).contains(first);
        assertThat(erasures.findBySubject(brand, person.toString())).containsExactly(first);
        assertThat(erasures.findBySubject(brand, "hash of a handle")).containsExactly(first);
        assertThat(erasures.findBySubject(brand, UUID.randomUUID().toString())).isEmpty();
        assertThat(erasures.findBySubject(new BrandKey(brand.agency(), "other"), person.toString()))
                .isEmpty();
        assertThat(erasures.findUnfinished(9000)).contains(first);

        var removed = first.withRemovalCounts(Map.of("handles", 1L), Map.of());
        assertThat(erasures.replace(removed)).isTrue();
        assertThat(erasures.replace(first.withRemovalCounts(Map.of(), Map.of())))
                .isFalse();
        erasures.markPublished(first.state());
        assertThat(erasures.findUnfinished(9000)).contains(removed);
        erasures.markPublished(removed.state());
        assertThat(erasures.findUnfinished(9000))
                .extracting(each -> each.state().erasure())
                .doesNotContain(id);

        var confirmed = removed.withConfirmation(new ErasureDone(
                brand.agency(), brand.brand(), "report", "hash of a handle", Map.of("engagements", 3L), NOW));
        assertThat(erasures.replace(confirmed)).isTrue();
        assertThat(erasures.find(brand, id).orElseThrow().confirmations()).isEqualTo(confirmed.confirmations());
        erasures.restore(first);
        assertThat(erasures.find(brand, id).orElseThrow().state()).isEqualTo(confirmed.state());
    }

    @Test
    void erasuresOfABrandAreListedNewestFirstAndPaged() {
        var erasures = stores().erasures();
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> {
                    var one = erasure(UUID.randomUUID(), null);
                    var at = PersonErasedBuilder.builder(one.state())
                            .at(NOW.plusSeconds(i / 2))
                            .build();
                    assertThat(erasures.insertIfAbsent(new StoredErasure(at, null, List.of(), true)))
                            .isTrue();
                    return at.erasure();
                })
                .toList();
        var found = new ArrayList<PersonErased>();
        ErasureRepository.ErasurePosition before = null;
        for (var page = erasures.findNewest(brand, before, 2);
                !page.isEmpty();
                page = erasures.findNewest(brand, before, 2)) {
            page.forEach(each -> found.add(each.state()));
            var last = found.get(found.size() - 1);
            before = new ErasureRepository.ErasurePosition(last.at(), last.erasure());
        }
        assertThat(found).extracting(PersonErased::erasure).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found)
                .isSortedAccordingTo(Comparator.comparing(PersonErased::at).reversed());
        assertThat(erasures.findNewest(new BrandKey(brand.agency(), "other"), null, 9))
                .isEmpty();
    }

    @Test
    void suppressedHashesStaySuppressedInTheirBrand() {
        var erasures = stores().erasures();
        erasures.addSuppressions(brand, List.of("a", "b"));
        erasures.addSuppressions(brand, List.of("b", "c"));

        assertThat(erasures.findSuppressed(brand, List.of("a", "b", "c", "d")))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(erasures.findSuppressed(new BrandKey(brand.agency(), "other"), List.of("a")))
                .isEmpty();
        assertThat(erasures.findSuppressed(brand, List.of())).isEmpty();
    }

    @Test
    void onlyTheGivenDocumentsAreDeleted() {
        var stores = stores();
        stores.handles().insertIfAbsent(List.of(handle("1", "ann"), handle("2", "bob")));
        var ann = InitialStates.provisionalPerson(handle("1", "ann").state());
        var bob = InitialStates.provisionalPerson(handle("2", "bob").state());
        stores.people().insertIfAbsent(List.of(StoredPerson.unsaved(ann), StoredPerson.unsaved(bob)));
        var shared = IdentifierClaim.emailId(brand, "ab12");
        var own = IdentifierClaim.emailId(brand, "cd34");
        stores.claims()
                .addClaimants(List.of(
                        new IdentifierClaim(shared, Set.of(x("1"), x("2")), Set.of()),
                        new IdentifierClaim(own, Set.of(x("1")), Set.of(PersonKey.of(ann)))));
        var row = ClientListedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .client("c1")
                .name("Ann")
                .handles(List.of())
                .fields(Map.of())
                .at(NOW)
                .build();
        stores.lists().saveClients(List.of(row));

        stores.handles().delete(List.of(x("1"), x("3")));
        stores.people().delete(List.of(PersonKey.of(ann)));
        stores.claims().removeClaimants(List.of(shared, own), List.of(x("1")), List.of(PersonKey.of(ann)));
        stores.lists().deleteClients(brand, List.of("c1", "c2"));

        assertThat(stores.handles().find(List.of(x("1"), x("2"))).keySet()).containsExactly(x("2"));
        assertThat(find(stores, ann)).isNull();
        assertThat(find(stores, bob)).isNotNull();
        assertThat(stores.claims().find(List.of(shared, own)))
                .containsOnly(Map.entry(shared, new IdentifierClaim(shared, Set.of(x("2")), Set.of())));
        assertThat(stores.lists().findClients(brand, List.of("c1"))).isEmpty();
        assertThat(stores.handles().markPublished(List.of(handle("1", "ann").state())))
                .containsExactly(x("1"));
        assertThat(stores.people().markPublished(List.of(ann))).containsExactly(PersonKey.of(ann));
    }

    private StoredErasure erasure(UUID person, StoredErasure.RemovalPlan work) {
        var state = PersonErasedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .erasure(UUID.randomUUID())
                .people(List.of(person))
                .handles(List.of("hash of a handle"))
                .suppressed(List.of("hash of a handle"))
                .keyCheck("check")
                .by("ann")
                .at(NOW)
                .parts(List.of())
                .version(1)
                .build();
        return new StoredErasure(state, work, List.of(), true);
    }

    private IdentityComponents identity(IdentityRepositories stores) {
        return new IdentityComponents(
                stores,
                published,
                new InMemoryIdentity.NoIdentityMetrics(),
                new SuppressionHashes("a secret for tests"));
    }

    private static StoredPerson find(IdentityRepositories stores, PersonDescribed person) {
        var key = PersonKey.of(person);
        return stores.people().find(List.of(key)).get(key);
    }

    private Map<HandleKey, HandleSighting> sightings(int n) {
        var seen = new ConcurrentHashMap<HandleKey, HandleSighting>();
        IntStream.range(0, n).forEach(i -> {
            var at = NOW.plusSeconds(i);
            seen.put(x("s" + i), HandleSighting.of(x("s" + i), named("n" + i), at));
        });
        return seen;
    }

    private StoredHandle handle(String id, String name) {
        return InitialStates.handle(HandleSighting.of(x(id), named(name), NOW), false, NOW);
    }

    private HandleKey x(String id) {
        return new HandleKey(brand, "x", id);
    }

    private boolean isOurs(HandleAssigned state) {
        return state.handleKey().brand().equals(brand);
    }

    private BrandRegistered registered(long version, String staff) {
        return BrandRegisteredBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .name("A brand")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of(new StaffHandle("x", staff)))
                .paidMarkers(List.of())
                .version(version)
                .at(NOW)
                .build();
    }

    private static HandleProfile named(String name) {
        return HandleProfileBuilder.builder().name(name).build();
    }

    private static HandleProfile mailed(String name) {
        return HandleProfileBuilder.builder().name(name).emailHash("ab12").build();
    }

    /** The topics after compaction: the last record of each key. */
    private static final class Published implements IdentityEventPublisher {

        private final Map<HandleKey, HandleAssigned> handles = new ConcurrentHashMap<>();
        private final Map<PersonKey, PersonDescribed> people = new ConcurrentHashMap<>();
        private final Map<BrandKey, PolicySet> policies = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public void publishHandles(Collection<HandleAssigned> states) {
            answer();
            states.forEach(state -> handles.put(state.handleKey(), state));
        }

        @Override
        public void publishPeople(Collection<PersonDescribed> states) {
            answer();
            states.forEach(state -> people.put(PersonKey.of(state), state));
        }

        @Override
        public void publishPolicies(Collection<PolicySet> states) {
            answer();
            states.forEach(state -> policies.put(state.brandKey(), state));
        }

        @Override
        public void publishErasure(PersonErased state) {
            answer();
        }

        @Override
        public void publishTombstones(
                Collection<HandleKey> keys, Collection<PersonKey> persons, Collection<String> clients) {
            answer();
            keys.forEach(handles::remove);
            persons.forEach(people::remove);
        }

        private void answer() {
            if (away) {
                throw new NotPublishedException(new IllegalStateException("away"));
            }
        }
    }
}
