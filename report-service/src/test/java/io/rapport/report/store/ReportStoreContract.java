package io.rapport.report.store;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.corrected;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.profile;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.SpokenMessage;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.export.PersonHoldings;
import io.rapport.report.domain.identity.IdentityFilter;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.RelationshipRepository.TopQuery;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.domain.store.ProjectionEraser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every engine: relationships, identities, engagements and erasure. */
abstract class ReportStoreContract extends MonthStoreContract {

    private static final AsOfDay NOW = new AsOfDay(DAY, "1", true);
    private static final BrandKey OTHER_BRAND = new BrandKey("north", "acme2");
    private static final BrandKey OTHER_AGENCY = new BrandKey("south", "acme");
    private static final HandleKey ANNA_X = new HandleKey(ACME, "x", "anna");

    @Test
    void newestStateOfARelationshipIsKept() {
        take(relationship("anna").number(2).strong(40).state());
        take(relationship("anna").number(1).strong(10).state());
        assertThat(strengths(everyone(PeopleSorting.STRONGEST))).containsExactly(40.0);

        take(relationship("anna").number(3).strong(60).state());
        assertThat(store.relationships().find(ACME, NOW, person("anna")))
                .contains(relationship("anna").number(3).strong(60).state());
    }

    @Test
    void batchMayContainOldAndNewStates() {
        take(
                relationship("anna").number(5).state(),
                relationship("bert").number(5).state());
        take(
                relationship("anna").number(4).strong(1).state(),
                relationship("bert").number(6).strong(70).state(),
                relationship("carl").number(1).strong(20).state());
        assertThat(strengths(everyone(PeopleSorting.STRONGEST))).containsExactly(70.0, 50.0, 20.0);
    }

    @Test
    void withdrawnPersonIsDeleted() {
        take(relationship("anna").state(), relationship("bert").state());
        store.relationships().deleteCurrent(ACME, List.of(person("anna")));
        assertThat(store.relationships().find(ACME, NOW, person("anna"))).isEmpty();
        assertThat(everyone(PeopleSorting.STRONGEST)).hasSize(1);
    }

    @Test
    void erasureDeletesOnlyTheErasedPerson() {
        var suppressions = new SuppressionHashes("a secret for tests");
        var erasing = new ProjectionEraser(store, suppressions);
        var bert = new HandleKey(ACME, "x", "bert");
        var hers = IntStream.range(0, 3)
                .mapToObj(i -> engagement(
                        ANNA_X, "a" + i, Instant.parse("2025-05-01T00:00:0" + i + "Z"), EngagementKind.COMMENT))
                .toList();
        var his = engagement(bert, "b", Instant.parse("2025-05-01T00:00:00Z"), EngagementKind.COMMENT);
        store.engagements().save(hers);
        store.engagements().save(List.of(his));
        store.judgements()
                .saveNewer(List.of(judged(hers.get(0), 0.5, his.occurredAt()), judged(his, 0.5, his.occurredAt())));
        store.corrections().saveNewer(List.of(corrected(hers.get(0), 0.5, 1)));
        store.identities()
                .saveHandles(List.of(handle("x", "anna", person("anna"), 1), handle("x", "bert", person("bert"), 1)));
        store.identities()
                .savePersons(
                        List.of(profile(person("anna"), "Anna", null, 1), profile(person("bert"), "Bert", null, 1)));
        take(relationship("anna").state(), relationship("bert").state());
        store.relationships()
                .saveHistory(List.of(
                        relationship("anna").state(), relationship("bert").state()));

        store.stories().saveNewer(List.of(stories("anna", 1, "2025-05-01"), stories("bert", 1, "2025-05-02")));
        store.reminders().saveNewer(List.of(reminders("anna", 1, "2025-05-01"), reminders("bert", 1, "2025-05-02")));
        store.suggestions().saveNewer(List.of(suggestions("anna", 1, Instant.EPOCH), suggestions("bert", 1, null)));

        assertThat(erasing.eraseHandle(ANNA_X)).isEqualTo(Map.of("handles", 1L, "engagements", 3L, "judgements", 1L));
        assertThat(erasing.erasePerson(ACME, person("anna")))
                .isEqualTo(Map.of(
                        "ties",
                        0L,
                        "profiles",
                        1L,
                        "relationships",
                        1L,
                        "history",
                        1L,
                        "stories",
                        1L,
                        "reminders",
                        1L,
                        "dismissedSuggestions",
                        1L));
        assertThat(store.suggestions().find(ACME, List.of(person("anna"), person("bert"))))
                .containsExactly(suggestions("bert", 1, null));
        assertThat(store.reminders().findOpen(ACME, 9)).containsExactly(reminders("bert", 1, "2025-05-02"));

        assertThat(store.engagements().findIds(ACME, ANNA_X, 9)).isEmpty();
        assertThat(store.engagements().findIds(ACME, bert, 9)).containsExactly(his.id());
        assertThat(store.judgements().findAll(ACME, List.of(hers.get(0).id(), his.id())))
                .containsOnlyKeys(his.id());
        assertThat(store.corrections().findAll(ACME, List.of(hers.get(0).id()))).isEmpty();
        assertThat(store.identities().findPersons(ACME, List.of(person("anna"), person("bert"))))
                .containsOnlyKeys(person("bert"));
        assertThat(store.identities().findAssignments(ACME, person("anna"))).isEmpty();
        assertThat(store.stories().find(ACME, List.of(person("anna"), person("bert"))))
                .containsExactly(stories("bert", 1, "2025-05-02"));
        assertThat(everyone(PeopleSorting.STRONGEST)).hasSize(1);
        assertThat(history("anna")).isEmpty();
        assertThat(history("bert")).hasSize(1);
        assertThat(erasing.eraseHandle(ANNA_X))
                .as("again")
                .isEqualTo(Map.of("handles", 0L, "engagements", 0L, "judgements", 0L));

        store.engagements().save(hers);
        erasing.eraseLateWrites(List.of(ANNA_X, bert));
        assertThat(store.engagements().findIds(ACME, ANNA_X, 9))
                .as("written meanwhile")
                .isEmpty();
        assertThat(store.engagements().findIds(ACME, bert, 9)).hasSize(1);
    }

    @Test
    void holdingsAreComplete() {
        var hers = IntStream.range(0, 3)
                .mapToObj(i -> engagement(
                        ANNA_X, "a" + i, Instant.parse("2025-05-01T00:00:0" + i + "Z"), EngagementKind.COMMENT))
                .toList();
        store.engagements().save(hers);
        store.identities().saveHandles(List.of(handle("x", "anna", person("anna"), 1)));
        store.identities()
                .savePersons(List.of(
                        profile(person("anna"), "Anna", null, 1), profile(person("ann"), "Ann", person("anna"), 1)));
        var row = ClientListedBuilder.builder()
                .agency("north")
                .brand("acme")
                .client("c1")
                .name("Anna")
                .handles(List.of())
                .fields(Map.of("tier", "gold"))
                .at(Instant.EPOCH)
                .build();
        store.clients().saveNewer(List.of(row));

        var who = new PersonHoldings(store).find(ACME, person("ann"));
        var seen = new ArrayList<EngagementReceived>();
        new PersonHoldings(store).forEachEngagement(ACME, who.handles(), each -> seen.add(each.engagement()));

        assertThat(who.person()).isEqualTo(person("anna"));
        assertThat(who.handles()).containsExactly(handle("x", "anna", person("anna"), 1));
        assertThat(seen).isEqualTo(hers);
        assertThat(store.clients().find(ACME, List.of("c1", "c2"))).containsExactly(row);
        store.clients().delete(ACME, List.of("c1"));
        assertThat(store.clients().find(ACME, List.of("c1"))).isEmpty();
        assertThat(new PersonHoldings(store).find(ACME, person("nobody")).isKnown())
                .isFalse();
    }

    private List<RelationshipScoreChanged> history(String name) {
        var days = new ArrayList<RelationshipScoreChanged>();
        store.relationships().forEachInHistory(ACME, person(name), days::add);
        return days;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-strength", "strength", "-warmth", "warmth", "-theyToUs", "theyToUs", "-lastSeen", "lastSeen"})
    void pagesOverTiesAreContiguous(String order) {
        take(IntStream.range(0, 23)
                .mapToObj(i -> relationship("p" + i).strong(i % 4 * 10).state())
                .toArray(RelationshipScoreChanged[]::new));
        var sorting = PeopleSorting.parse(order).orElseThrow();
        var seen = new ArrayList<RelationshipScoreChanged>();
        PeopleQuery.PeoplePosition after = null;
        for (var page = people(sorting, after); !page.isEmpty(); page = people(sorting, after)) {
            seen.addAll(page);
            var last = page.get(page.size() - 1);
            after = new PeopleQuery.PeoplePosition(sorting.by().sortValue(last), last.person());
        }
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(seen.stream().map(sorting.by()::sortValue))
                .isSortedAccordingTo(sorting.descending() ? Collections.reverseOrder() : Double::compare);
    }

    @Test
    void listIsFilteredByStageCaptiveAndClient() {
        take(
                relationship("weak").strong(10).state(),
                relationship("fan").strong(70).state(),
                relationship("best").strong(90).state());
        assertThat(strengths(filtered(PeopleFilter.EVERYONE.withStages(Set.of(Stage.KNOWS)))))
                .containsExactly(10.0);
        assertThat(strengths(filtered(PeopleFilter.EVERYONE.withStages(Set.of(Stage.KNOWS, Stage.TRUSTS)))))
                .containsExactly(90.0, 70.0, 10.0);
        assertThat(strengths(filtered(flags(null, true, false, null)))).containsExactly(70.0);
        assertThat(strengths(filtered(flags(null, null, true, null)))).containsExactly(90.0);
    }

    @Test
    void clientWithoutContactHasNoStageThatAFigureCounts() {
        var silent = EmptyFigures.relationship(ACME, person("silent"), DAY);
        take(relationship("weak").strong(10).state(), silent);
        assertThat(filtered(PeopleFilter.EVERYONE)).hasSize(2);
        assertThat(filtered(PeopleFilter.EVERYONE.withStages(Set.of(Stage.STRANGER))))
                .isEmpty();
        assertThat(strengths(filtered(PeopleFilter.EVERYONE.withStages(Set.of(Stage.STRANGER, Stage.KNOWS)))))
                .containsExactly(10.0);
    }

    @Test
    void listIsFilteredByWarmthCoolingReplyAndLastSeen() {
        take(
                relationship("weak").strong(10).state(),
                relationship("fan")
                        .strong(70)
                        .waiting(Instant.parse("2025-05-01T00:00:00Z"))
                        .state());
        assertThat(strengths(filtered(PeopleFilter.EVERYONE.withWarmth(Set.of(WarmthClass.WARM)))))
                .hasSize(2);
        assertThat(filtered(PeopleFilter.EVERYONE.withWarmth(Set.of(WarmthClass.COLD))))
                .isEmpty();
        assertThat(filtered(flags(true, null, null, null))).isEmpty();
        assertThat(strengths(filtered(flags(null, null, null, true)))).containsExactly(70.0);
        assertThat(strengths(filtered(flags(null, null, null, false)))).containsExactly(10.0);
        assertThat(strengths(filtered(lastSeen(DAY.minusDays(10), null)))).containsExactly(10.0);
        assertThat(strengths(filtered(lastSeen(null, DAY.minusDays(10))))).containsExactly(70.0);
        assertThat(filtered(lastSeen(DAY, DAY.minusDays(10)))).isEmpty();
    }

    @Test
    void peopleAreFoundByBeginningOfAnyWordOfNamesAndHandles() {
        store.identities()
                .savePersons(List.of(
                        profile(person("strasse"), "Zoë Großmann", null, 1),
                        profile(person("irmak"), "İrmak Yıldız", null, 1),
                        profile(person("gone"), "Zoe Gone", person("strasse"), 1)));
        store.identities().saveHandles(List.of(handle("x", "zoe_writes", person("writer"), 1)));

        assertThat(store.identities().findByWord(ACME, "zoe", 9).orElseThrow())
                .containsOnly(person("strasse"), person("writer"));
        assertThat(store.identities().findByWord(ACME, "gross", 9).orElseThrow())
                .containsOnly(person("strasse"));
        assertThat(store.identities().findByWord(ACME, "irm", 9).orElseThrow()).containsOnly(person("irmak"));
        assertThat(store.identities().findByWord(ACME, "yildi", 9).orElseThrow())
                .containsOnly(person("irmak"));
        assertThat(store.identities().findByWord(ACME, "writ", 9).orElseThrow()).containsOnly(person("writer"));
        assertThat(store.identities().findByWord(ACME, "oe", 9).orElseThrow()).isEmpty();
        assertThat(store.identities().findByWord(OTHER_BRAND, "zoe", 9).orElseThrow())
                .isEmpty();
        for (var twice = 0; twice < 2; twice++) {
            assertThat(store.identities().findByWord(ACME, "zoe", 1)).isEmpty();
        }
        assertThat(store.identities().findByWord(ACME, "zoe", 2).orElseThrow()).hasSize(2);
        var some = List.of(person("strasse"), person("writer"), person("irmak"), person("unknown"));
        assertThat(store.identities().findWithWord(ACME, some, "zoe"))
                .containsOnly(person("strasse"), person("writer"));
        assertThat(store.identities().findWithWord(ACME, some, "gross")).containsOnly(person("strasse"));
        assertThat(store.identities().findWithWord(ACME, List.of(person("irmak")), "zoe"))
                .isEmpty();
        assertThat(store.identities().findWithWord(OTHER_BRAND, some, "zoe")).isEmpty();
        assertThat(store.identities().findByChannel(ACME, "x", 9)).containsOnly(person("writer"));
        assertThat(store.identities().findByChannel(ACME, "blog", 9)).isEmpty();
    }

    @Test
    void peopleWithAFrequentWordAreListedInOrder() {
        var names = IntStream.range(0, 1_700)
                .mapToObj(i -> profile(person("p" + i), i % 10 == 0 ? "Ada" : "Zoe Number" + i, null, 1))
                .toList();
        store.identities().savePersons(names);
        take(IntStream.range(0, 1_700)
                .mapToObj(i -> relationship("p" + i).strong(i / 20.0).state())
                .toArray(RelationshipScoreChanged[]::new));
        var people = new PeopleReport(store.relationships(), new PersonDirectory(store.identities()), store.places());
        assertThat(store.identities().findByWord(ACME, "zoe", 1_500)).isEmpty();

        var zoes = PeopleFilter.EVERYONE.withIdentity(new IdentityFilter(List.of("zoe"), null));
        var first = people.list(ACME, NOW, new PeopleQuery(PeopleSorting.STRONGEST, zoes, null, 1_000));
        assertThat(first)
                .extracting(each -> each.known().name())
                .startsWith("Zoe Number1699", "Zoe Number1698")
                .hasSize(1_000)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("Zoe"));
        var last = first.get(999).state();
        var rest = new PeopleQuery(
                PeopleSorting.STRONGEST, zoes, new PeopleQuery.PeoplePosition(last.strength(), last.person()), 1_000);
        assertThat(people.list(ACME, NOW, rest)).hasSize(530).doesNotContainAnyElementsOf(first);
        var one = PeopleFilter.EVERYONE.withIdentity(new IdentityFilter(List.of("zoe", "number169"), null));
        assertThat(people.list(ACME, NOW, new PeopleQuery(PeopleSorting.STRONGEST, one, null, 50)))
                .hasSize(10);
    }

    private static PeopleFilter flags(
            @Nullable Boolean cooling, @Nullable Boolean captive, @Nullable Boolean client, @Nullable Boolean owed) {
        return PeopleFilter.EVERYONE.withFlags(new PeopleFilter.FlagFilter(cooling, captive, client, owed));
    }

    private static PeopleFilter lastSeen(@Nullable LocalDate since, @Nullable LocalDate notSince) {
        return PeopleFilter.EVERYONE.withDays(new PeopleFilter.LastSeenFilter(since, notSince));
    }

    @Test
    void topOfASideIsInDescendingOrderWithoutZeros() {
        take(
                relationship("zero").strong(0).state(),
                relationship("some").strong(20).state(),
                relationship("most").strong(30).state());
        assertThat(strengths(store.relationships().findTop(ACME, NOW, new TopQuery(RorSide.RETURNED, 30, 5))))
                .containsExactly(30.0, 20.0);
        assertThat(strengths(store.relationships().findTop(ACME, NOW, new TopQuery(RorSide.INVESTED, 90, 1))))
                .containsExactly(30.0);
        assertThat(store.relationships().findTop(ACME, NOW, new TopQuery(RorSide.RETURNED, 7, 5)))
                .isEmpty();
    }

    @Test
    void pagesOfASideNeitherRepeatNorLosePeopleWithEqualAmounts() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> relationship("p" + i).strong(i < 5 ? 20 : 30).state())
                .toList();
        take(all.toArray(RelationshipScoreChanged[]::new));
        for (var side : RorSide.values()) {
            var listed = new ArrayList<UUID>();
            PeopleQuery.PeoplePosition after = null;
            List<RelationshipScoreChanged> page;
            do {
                page = store.relationships().findTop(ACME, NOW, new TopQuery(side, 30, after, 2));
                page.forEach(each -> listed.add(each.person()));
                after = page.isEmpty()
                        ? null
                        : new PeopleQuery.PeoplePosition(
                                side.amount(page.get(page.size() - 1), 30),
                                page.get(page.size() - 1).person());
            } while (after != null);
            assertThat(listed)
                    .as(side.name())
                    .hasSize(7)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(RelationshipScoreChanged::person).toList());
        }
    }

    @Test
    void strengthsOfABrandAreReadForThePlacesOfItsPeople() {
        take(
                relationship("anna").strong(90).state(),
                relationship("bert").strong(40).state(),
                relationship("zoe").strong(10).state());
        var places = store.places().findStrengths(ACME);
        assertThat(places.place(90)).isEqualTo(34);
        assertThat(places.place(10)).isEqualTo(100);
        assertThat(store.relationships().count(ACME, NOW, PeopleFilter.EVERYONE))
                .hasValue(3);
    }

    @Test
    void brandsAndAgenciesAreIsolated() {
        for (var brand : List.of(ACME, OTHER_BRAND, OTHER_AGENCY)) {
            var state =
                    relationship("anna").of(brand).strong(brand.key().length()).state();
            var key = new HandleKey(brand, "x", "anna");
            store.relationships().saveCurrent(List.of(state));
            store.relationships().saveHistory(List.of(state));
            store.brandDays()
                    .saveNewer(List.of(brandDay(brand, DAY.plusDays(brand.key().length()), 1, 5)));
            store.identities()
                    .saveHandles(List.of(handle(
                            key,
                            person("anna"),
                            1,
                            HandleProfileBuilder.builder().name(brand.key()).build())));
            store.engagements()
                    .save(List.of(engagement(key, "e-" + brand.key(), Instant.EPOCH, EngagementKind.COMMENT)));
        }
        var later = new AsOfDay(DAY.plusDays(1), "1", false);
        for (var brand : List.of(ACME, OTHER_BRAND, OTHER_AGENCY)) {
            var all = new PeopleQuery(PeopleSorting.STRONGEST, PeopleFilter.EVERYONE, null, 10);
            double length = brand.key().length();
            assertThat(strengths(store.relationships().list(brand, NOW, all))).containsExactly(length);
            assertThat(strengths(store.relationships().list(brand, later, all))).containsExactly(length);
            assertThat(store.relationships()
                            .find(brand, later, person("anna"))
                            .orElseThrow()
                            .strength())
                    .isEqualTo(length);
            assertThat(store.brandDays().findLatest(brand).orElseThrow().asOf())
                    .isEqualTo(DAY.plusDays(brand.key().length()));
            assertThat(store.identities()
                            .findHandles(brand, List.of(person("anna")))
                            .get(person("anna")))
                    .extracting(PersonHandle::name)
                    .containsExactly(brand.key());
            assertThat(store.engagements().findTimeline(brand, List.of(new HandleKey(brand, "x", "anna")), whole()))
                    .extracting(entry -> entry.details().text())
                    .containsExactly("Text of e-" + brand.key());
        }
        assertThat(store.engagements().findTimeline(ACME, List.of(new HandleKey(OTHER_AGENCY, "x", "anna")), whole()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void earlierDayShowsStatesOfThatDayInAnyOrder(long seed) {
        var changes = new ArrayList<>(List.of(
                relationship("anna").on(day(1)).number(1).strong(10).state(),
                relationship("anna")
                        .on(day(4))
                        .number(2)
                        .strong(20)
                        .after(day(1))
                        .state(),
                relationship("anna")
                        .on(day(4))
                        .number(3)
                        .strong(25)
                        .after(day(4))
                        .state(),
                relationship("anna")
                        .on(day(9))
                        .number(4)
                        .strong(30)
                        .after(day(4))
                        .state(),
                relationship("bert").on(day(3)).number(1).strong(15).state()));
        changes.addAll(List.copyOf(changes));
        Collections.shuffle(changes, new Random(seed));
        var cut = (int) seed % changes.size();
        store.relationships().saveHistory(changes.subList(0, cut));
        store.relationships().saveHistory(changes.subList(cut, changes.size()));
        take(
                relationship("anna").on(day(12)).number(5).strong(31).state(),
                relationship("bert").number(2).state());

        assertThat(strengths(on(day(0)))).isEmpty();
        assertThat(strengths(on(day(1)))).containsExactly(10.0);
        assertThat(strengths(on(day(3)))).containsExactly(15.0, 10.0);
        assertThat(strengths(on(day(4)))).containsExactly(25.0, 15.0);
        assertThat(strengths(on(day(8)))).containsExactly(25.0, 15.0);
        assertThat(strengths(on(day(11)))).containsExactly(30.0, 15.0);
        assertThat(find(day(0))).isEmpty();
        assertThat(find(day(3)).orElseThrow().strength()).isEqualTo(10);
        assertThat(find(day(8)).orElseThrow().strength()).isEqualTo(25);
        assertThat(find(day(9)).orElseThrow().strength()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void withdrawnPersonIsInTheHistoryOutsideTheGap(long seed) {
        var changes = new ArrayList<>(List.of(
                relationship("anna").on(day(1)).number(1).strong(10).state(),
                relationship("anna").on(day(5)).number(2).after(day(1)).withdrawn(),
                relationship("anna").on(day(8)).number(3).strong(30).state(),
                relationship("anna").on(day(9)).number(4).after(day(8)).withdrawn(),
                relationship("anna").on(day(9)).number(5).strong(40).state(),
                relationship("bert").on(day(1)).number(1).strong(4).state()));
        Collections.shuffle(changes, new Random(seed));
        changes.forEach(change -> store.relationships().saveHistory(List.of(change)));
        assertThat(strengths(on(day(4)))).containsExactly(10.0, 4.0);
        assertThat(strengths(on(day(5)))).containsExactly(4.0);
        assertThat(strengths(on(day(7)))).containsExactly(4.0);
        assertThat(strengths(on(day(8)))).containsExactly(30.0, 4.0);
        assertThat(strengths(on(day(9)))).containsExactly(40.0, 4.0);
        assertThat(find(day(4)).orElseThrow().strength()).isEqualTo(10);
        assertThat(find(day(6))).isEmpty();
        assertThat(find(day(12)).orElseThrow().strength()).isEqualTo(40);
    }

    @Test
    void topOfAnEarlierDayIgnoresStatesOlderThanTheWindow() {
        var changes = List.of(
                relationship("long ago").on(day(1)).strong(50).state(),
                relationship("lately").on(day(40)).strong(20).state());
        store.relationships().saveHistory(changes);
        take(changes.toArray(RelationshipScoreChanged[]::new));
        assertThat(strengths(
                        store.relationships().findTop(ACME, earlier(day(45)), new TopQuery(RorSide.RETURNED, 30, 5))))
                .containsExactly(20.0);
        assertThat(strengths(
                        store.relationships().findTop(ACME, earlier(day(45)), new TopQuery(RorSide.RETURNED, 90, 5))))
                .containsExactly(50.0, 20.0);
    }

    @Test
    void aDayThatWasSetBackIsTheLatest() {
        store.brandDays().saveNewer(List.of(brandDay(ACME, day(1), 1, 10), brandDay(ACME, day(900), 2, 20)));
        store.brandDays().saveNewer(List.of(brandDay(ACME, day(2), 3, 30)));
        assertThat(store.brandDays().findLatest(ACME)).contains(brandDay(ACME, day(2), 3, 30));
        assertThat(store.brandDays().findAsOf(ACME, day(1))).contains(brandDay(ACME, day(1), 1, 10));
    }

    @Test
    void highestSequenceOfABrandIsKeptByDay() {
        store.brandDays()
                .saveNewer(List.of(
                        brandDay(ACME, day(1), 1, 10), brandDay(ACME, day(3), 4, 30), brandDay(ACME, day(3), 3, 20)));
        store.brandDays().saveNewer(List.of(brandDay(ACME, day(1), 0, 99), brandDay(ACME, day(3), 2, 99)));
        assertThat(store.brandDays().findLatest(ACME)).contains(brandDay(ACME, day(3), 4, 30));
        assertThat(store.brandDays().findAsOf(ACME, day(2))).contains(brandDay(ACME, day(1), 1, 10));
        assertThat(store.brandDays().findAsOf(ACME, day(0))).isEmpty();
        assertThat(store.brandDays().findFirstDay(ACME)).contains(day(1));
        assertThat(store.brandDays().findFirstDay(OTHER_BRAND)).isEmpty();
    }

    @Test
    void handlesFollowTheNewestAssignment() {
        store.identities()
                .saveHandles(List.of(handle("x", "anna", person("anna"), 2), handle("mail", "a@b", person("anna"), 1)));
        store.identities().saveHandles(List.of(handle("x", "anna", person("bert"), 1)));
        assertThat(store.identities()
                        .findHandles(ACME, List.of(person("anna"), person("bert")))
                        .get(person("anna")))
                .hasSize(2);

        store.identities().saveHandles(List.of(handle("x", "anna", person("bert"), 3)));
        assertThat(store.identities().findHandles(ACME, List.of(person("bert"))).get(person("bert")))
                .extracting(PersonHandle::channel)
                .containsExactly("x");
        store.identities().deleteHandles(ACME, List.of(ANNA_X));
        assertThat(store.identities().findHandles(ACME, List.of(person("bert"))))
                .isEmpty();
    }

    @Test
    void newestProfileMayHaveNoName() {
        store.identities().savePersons(List.of(profile(person("anna"), "Anna", null, 1)));
        store.identities().savePersons(List.of(profile(person("anna"), null, person("bert"), 2)));
        store.identities().savePersons(List.of(profile(person("anna"), "Old", null, 1)));
        var anna = store.identities()
                .findProfiles(ACME, List.of(person("anna"), person("nobody")))
                .get(person("anna"));
        assertThat(anna.name()).isNull();
        assertThat(anna.mergedInto()).isEqualTo(person("bert"));
        store.identities().deletePersons(ACME, List.of(person("anna")));
        assertThat(store.identities().findProfiles(ACME, List.of(person("anna"))))
                .isEmpty();
    }

    @Test
    void unsafeLinksAreNotStored() {
        var profile = HandleProfileBuilder.builder()
                .name("anna")
                .url("javascript:alert(1)")
                .build();
        store.identities().saveHandles(List.of(handle(ANNA_X, person("anna"), 1, profile)));
        assertThat(store.identities().findHandles(ACME, List.of(person("anna"))).get(person("anna")))
                .extracting(PersonHandle::link)
                .containsOnlyNulls();
    }

    @Test
    void timelineIsNewestFirstAndPagesOverTheSameInstant() {
        var at = Instant.parse("2025-05-04T10:00:00Z");
        var all = new ArrayList<EngagementReceived>();
        for (var i = 0; i < 11; i++) {
            all.add(engagement(
                    ANNA_X,
                    "e" + i,
                    at.plusSeconds(i / 4),
                    i % 2 == 0 ? EngagementKind.COMMENT : EngagementKind.REPLY));
        }
        store.engagements().save(all);
        store.engagements().save(all);
        var seen = new ArrayList<TimelineEntry>();
        TimelineQuery.TimelinePosition after = null;
        for (var page = timeline(after); !page.isEmpty(); page = timeline(after)) {
            seen.addAll(page);
            var last = page.get(page.size() - 1);
            after = new TimelineQuery.TimelinePosition(last.occurredAt(), last.id());
        }
        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
        assertThat(seen.stream().map(TimelineEntry::occurredAt)).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(store.engagements()
                        .findTimeline(ACME, List.of(ANNA_X), new TimelineQuery(Direction.OUTBOUND, null, null, 50)))
                .hasSize(5);
        assertThat(store.engagements()
                        .findTimeline(ACME, List.of(ANNA_X), new TimelineQuery(null, EngagementKind.COMMENT, null, 50)))
                .hasSize(6);
        assertThat(store.engagements().findTimeline(ACME, List.of(), whole())).isEmpty();
    }

    @Test
    void spokenMessagesAreNewestFirstWithinTheBrandAndTheTimes() {
        var at = Instant.parse("2025-05-04T10:00:00Z");
        var share = EngagementReceivedBuilder.builder(
                        engagement(ANNA_X, "share", at.plusSeconds(2), EngagementKind.SHARE))
                .content(null)
                .object(new MessageRef("m2", null, "m1", null, null, null))
                .build();
        var silent = EngagementReceivedBuilder.builder(
                        engagement(ANNA_X, "visit", at.plusSeconds(3), EngagementKind.VISIT))
                .content(null)
                .build();
        store.engagements()
                .save(List.of(
                        engagement(ANNA_X, "early", at.minusMillis(1), EngagementKind.COMMENT),
                        engagement(ANNA_X, "first", at, EngagementKind.COMMENT),
                        engagement(ANNA_X, "ours", at.plusSeconds(1), EngagementKind.REPLY),
                        share,
                        silent,
                        engagement(ANNA_X, "late", at.plusSeconds(9), EngagementKind.COMMENT)));
        var other = new HandleKey(OTHER_AGENCY, "x", "anna");
        store.engagements().save(List.of(engagement(other, "other", at, EngagementKind.COMMENT)));
        var found = store.engagements().findSpoken(ACME, at, at.plusSeconds(9), 9);
        assertThat(found).extracting(SpokenMessage::parentId).containsExactly("m1", null);
        assertThat(found)
                .extracting(message -> message.entry().details().text())
                .containsExactly(null, "Text of first");
        assertThat(store.engagements().findSpoken(ACME, at, at.plusSeconds(9), 1))
                .hasSize(1);
    }

    @Test
    void listedEngagementsAreFoundByTimeNewestFirst() {
        var at = Instant.parse("2025-05-01T00:00:00Z");
        var value = new EngagementValue(new BigDecimal("9.50"), "EUR", null, null, null, null);
        for (var brand : List.of(ACME, OTHER_AGENCY)) {
            var handle = new HandleKey(brand, "x", "anna");
            store.engagements()
                    .save(Stream.of("p0", "p1", "p2", "p3")
                            .map(id -> EngagementReceivedBuilder.builder(engagement(
                                            handle, id, at.plusSeconds(id.charAt(1) - '0'), EngagementKind.PURCHASE))
                                    .value(value)
                                    .build())
                            .toList());
            store.engagements().save(List.of(engagement(handle, "free", at.plusSeconds(1), EngagementKind.PURCHASE)));
        }
        assertThat(store.engagements()
                        .findListed(ACME, EngagementListing.SALE, at.plusSeconds(1), at.plusSeconds(3), 9))
                .extracting(EngagementReceived::agency, EngagementReceived::sourceId)
                .containsExactly(tuple(ACME.agency(), "p2"), tuple(ACME.agency(), "p1"));
        assertThat(store.engagements().findListed(ACME, EngagementListing.SALE, at, at.plusSeconds(9), 1))
                .extracting(EngagementReceived::sourceId)
                .containsExactly("p3");
    }

    @Test
    void ownersOfHandlesAreThoseOfTheBrand() {
        var elsewhere = new HandleKey(OTHER_AGENCY, "x", "anna");
        store.identities().saveHandles(List.of(handle("x", "anna", person("anna"), 1)));
        store.identities()
                .saveHandles(List.of(handle(
                        elsewhere,
                        person("other"),
                        1,
                        HandleProfileBuilder.builder().build())));
        assertThat(store.identities().findOwners(ACME, List.of(ANNA_X, elsewhere, new HandleKey(ACME, "x", "nobody"))))
                .isEqualTo(Map.of(ANNA_X, person("anna")));
    }

    @Test
    void theHighestRevisionIsShownAndAWithdrawnEngagementIsNotInAnyOrder() {
        var plain = engagement(ANNA_X, "edited", Instant.parse("2025-05-01T00:00:00Z"), EngagementKind.COMMENT);
        var histories = List.of(
                List.of(plain, revision(plain, 1L, null, "one"), revision(plain, 2L, null, "two")),
                List.of(plain, revision(plain, 2L, null, "two"), revision(plain, 3L, true, "three")),
                List.of(plain, revision(plain, 5L, true, "five"), revision(plain, 6L, null, "six")),
                List.of(plain, revision(plain, 5L, null, "five"), revision(plain, null, true, "final")));
        var shown = new String[] {"two", null, "six", null};
        for (var at = 0; at < shown.length; at++) {
            for (var order : permutations(histories.get(at))) {
                for (var atOnce : List.of(true, false)) {
                    database().getCollection("engagements").deleteMany(new Document());
                    if (atOnce) {
                        store.engagements().save(order);
                    } else {
                        order.forEach(each -> store.engagements().save(List.of(each)));
                    }
                    store.engagements().save(order);

                    var entries = store.engagements().findTimeline(ACME, List.of(ANNA_X), whole());
                    assertThat(entries.stream().map(entry -> entry.details().text()))
                            .as(
                                    "%s",
                                    order.stream()
                                            .map(EngagementReceived::revisionRank)
                                            .toList())
                            .isEqualTo(shown[at] == null ? List.of() : List.of(shown[at]));
                    assertThat(store.engagements().find(ACME, plain.id()).map(TimelineEntry::details))
                            .isEqualTo(
                                    entries.stream().map(TimelineEntry::details).findFirst());
                    var exported = new ArrayList<EngagementReceived>();
                    store.engagements().forEach(ACME, ANNA_X, exported::add);
                    assertThat(exported).hasSize(entries.size());
                    assertThat(store.engagements().findInboundAt(ACME, List.of(ANNA_X), List.of(plain.occurredAt())))
                            .hasSize(entries.size());
                    assertThat(store.engagements().findIds(ACME, ANNA_X, 9))
                            .as("an erasure finds withdrawn ones too")
                            .containsExactly(plain.id());
                }
            }
        }
    }

    private static EngagementReceived revision(
            EngagementReceived plain, @Nullable Long revision, @Nullable Boolean withdrawn, String text) {
        return EngagementReceivedBuilder.builder(plain)
                .content(EngagementContent.of(text))
                .revision(revision)
                .withdrawn(withdrawn)
                .build();
    }

    private static List<List<EngagementReceived>> permutations(List<EngagementReceived> three) {
        return IntStream.range(0, 6)
                .mapToObj(n -> {
                    var left = new ArrayList<>(three);
                    var first = left.remove(n / 2);
                    var second = left.remove(n % 2);
                    return List.of(first, second, left.get(0));
                })
                .toList();
    }

    @Test
    void longTextsAreTruncated() {
        var from = engagement(ANNA_X, "long", Instant.EPOCH, EngagementKind.COMMENT);
        var text = "a".repeat(EngagementRepository.MAX_TEXT - 2) + "😀".repeat(400);
        store.engagements()
                .save(List.of(EngagementReceivedBuilder.builder(from)
                        .staff(null)
                        .object(null)
                        .content(EngagementContent.of(text))
                        .value(null)
                        .day(null)
                        .build()));
        assertThat(store.engagements()
                        .findTimeline(ACME, List.of(ANNA_X), whole())
                        .get(0)
                        .details()
                        .text())
                .isEqualTo("a".repeat(EngagementRepository.MAX_TEXT - 2) + "…");
    }

    @Test
    void generationIsKeptUntilTheDatabaseIsLost() {
        var generation = store.prepare();
        assertThat(store.prepare()).isEqualTo(generation);
        assertThat(new MongoReportStore(database()).prepare()).isEqualTo(generation);
        assertThat(database().listCollectionNames()).contains("meta");
    }

    @Test
    void documentsAreSmall() {
        store.relationships()
                .saveHistory(List.of(relationship("anna").strong(33.123456789).state()));
        var bytes = database().getCollection("relationship_history").find().first();
        assertThat(new RawBsonDocument(bytes, new DocumentCodec())
                        .getByteBuffer()
                        .remaining())
                .isLessThan(1300);
    }

    private void take(RelationshipScoreChanged... states) {
        store.relationships().saveCurrent(List.of(states));
    }

    private List<RelationshipScoreChanged> everyone(PeopleSorting sorting) {
        return store.relationships().list(ACME, NOW, new PeopleQuery(sorting, PeopleFilter.EVERYONE, null, 100));
    }

    private List<RelationshipScoreChanged> people(PeopleSorting sorting, PeopleQuery.PeoplePosition after) {
        return store.relationships().list(ACME, NOW, new PeopleQuery(sorting, PeopleFilter.EVERYONE, after, 5));
    }

    private List<RelationshipScoreChanged> filtered(PeopleFilter filter) {
        return store.relationships().list(ACME, NOW, new PeopleQuery(PeopleSorting.STRONGEST, filter, null, 100));
    }

    private List<RelationshipScoreChanged> on(LocalDate day) {
        return store.relationships()
                .list(ACME, earlier(day), new PeopleQuery(PeopleSorting.STRONGEST, PeopleFilter.EVERYONE, null, 100));
    }

    private Optional<RelationshipScoreChanged> find(LocalDate day) {
        return store.relationships().find(ACME, earlier(day), person("anna"));
    }

    private List<TimelineEntry> timeline(TimelineQuery.TimelinePosition after) {
        return store.engagements().findTimeline(ACME, List.of(ANNA_X), new TimelineQuery(null, null, after, 3));
    }

    private static TimelineQuery whole() {
        return new TimelineQuery(null, null, null, 50);
    }

    private static AsOfDay earlier(LocalDate day) {
        return new AsOfDay(day, "1", false);
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2025, 1, 1).plusDays(number);
    }

    private static List<Double> strengths(List<RelationshipScoreChanged> states) {
        return states.stream().map(RelationshipScoreChanged::strength).toList();
    }
}
