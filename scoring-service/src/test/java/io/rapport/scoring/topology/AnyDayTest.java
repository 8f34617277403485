package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.day.BrandDayFigures;
import io.rapport.scoring.domain.day.PeopleSelection;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayFilter;
import io.rapport.scoring.domain.day.PersonDayOrder;
import io.rapport.scoring.query.DayOutOfRangeException;
import io.rapport.scoring.query.DayQueries;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the figures of past days with a reference calculation over all events that are known by now. */
class AnyDayTest {

    private static final Set<BrandDayFigures.Part> ALL = EnumSet.allOf(BrandDayFigures.Part.class);
    private static final int DAYS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPastDayIsTheDayThatTheEventsGive(long seed) {
        assertPastDays(seed, BrandClock.EVENT, false);
    }

    /** The brand's day is far after the history, which was imported at once. */
    @ParameterizedTest
    @ValueSource(longs = 5)
    void aHistoryImportedIntoALiveBrandHasItsPast(long seed) {
        assertPastDays(seed, BrandClock.LIVE, false);
    }

    /** The stores are restored from their changelogs. */
    @ParameterizedTest
    @ValueSource(longs = 7)
    void thePastIsTheSameAfterARestart(long seed) {
        assertPastDays(seed, BrandClock.EVENT, true);
    }

    private static void assertPastDays(long seed, BrandClock clock, boolean restart) {
        var random = new Random(seed);
        var batch = new ReferenceScores();
        var brand = ReferenceValueFigures.priced(ScoringEventFixtures.registered(clock));
        var stream = new ScoringTopologyDriver();
        stream.jump(clock == BrandClock.LIVE ? Duration.ofDays(400) : Duration.ZERO);
        stream.register(brand);
        for (var step : RandomHistoryTest.history(random, 350, 150)) {
            step.play(stream, batch);
            if (random.nextInt(20) == 0) {
                stream.pass(Duration.ofMillis(random.nextInt(8) * 100L));
            }
        }
        var corrections = correct(stream, batch, random);
        stream.settle().settle();
        if (restart) {
            var restarted = stream.restarted();
            stream.close();
            stream = restarted;
        }
        try (var running = stream) {
            var past = pastDays(random, batch);
            var figures = running.queries().figures(brand, past, null, ALL);
            assertThat(figures.items()).hasSameSizeAs(past);
            assertThat(figures.days().first()).isEqualTo(batch.firstDay());
            for (var day : figures.items()) {
                var reference = new ReferenceDay(batch, corrections, day.asOf());
                var people = reference.people();
                assertPeople(running.queries(), brand, day.asOf(), people);
                assertBrand(day, batch.asOf(day.asOf()), people);
            }
        }
    }

    private static TreeSet<LocalDate> pastDays(Random random, ReferenceScores batch) {
        var first = batch.firstDay();
        var length = (int) (batch.day().toEpochDay() - first.toEpochDay());
        var days = new TreeSet<LocalDate>();
        while (days.size() < DAYS) {
            days.add(first.plusDays(random.nextInt(length)));
        }
        return days;
    }

    /** Corrects the polarity of some messages, whose kinds open no conversation. */
    private static Map<UUID, Double> correct(ScoringTopologyDriver stream, ReferenceScores batch, Random random) {
        var corrections = new HashMap<UUID, Double>();
        for (var e : batch.all()) {
            var isMessage = e.direction() == Direction.INBOUND
                    && e.content() != null
                    && (e.kind() == EngagementKind.SHARE || e.kind() == EngagementKind.REFERRAL);
            if (isMessage && random.nextInt(3) == 0) {
                var polarity = random.nextInt(-10, 11) / 10.0;
                stream.correct(MessageFixtures.corrected(e, polarity, 1));
                corrections.put(e.id(), polarity);
            }
        }
        return corrections;
    }

    private static void assertPeople(
            DayQueries queries, BrandRegistered brand, LocalDate day, Map<String, ReferenceDay.Expected> expected) {
        for (var window : List.of(7, 30, 90)) {
            var found = new HashMap<String, PersonDay>();
            for (var person : all(queries, brand, day, window, PersonDayFilter.ALL)) {
                found.put(brand.brandKey().key(person.person().toString()), person);
            }
            found.values().removeIf(person -> !person.contact());
            var contacts = new HashMap<>(expected);
            contacts.values().removeIf(person -> person.stage() == null);
            assertThat(found).containsOnlyKeys(contacts.keySet());
            contacts.forEach((key, person) -> assertPerson(found.get(key), person, window));
        }
    }

    private static void assertPerson(PersonDay found, ReferenceDay.Expected expected, int window) {
        assertThat(found.strength()).isCloseTo(expected.strength(), within(1e-6));
        assertThat(found.know()).isCloseTo(expected.know(), within(1e-6));
        assertThat(found.like()).isCloseTo(expected.like(), within(1e-6));
        assertThat(found.trust()).isCloseTo(expected.trust(), within(1e-6));
        assertThat(found.stage().name()).isEqualTo(expected.stage());
        assertThat(found.warmth()).isCloseTo(expected.warmth(), within(1e-6));
        assertThat(found.theyToUs()).isCloseTo(expected.theyToUs(), within(1e-6));
        assertThat(found.usToThem()).isCloseTo(expected.usToThem(), within(1e-6));
        assertThat(found.reciprocity()).isCloseTo(expected.reciprocity(), within(1e-6));
        assertThat(found.captive()).isEqualTo(expected.captive());
        assertThat(found.client()).isEqualTo(expected.client());
        assertThat(found.firstSeen()).isEqualTo(expected.firstSeen());
        assertThat(found.lastSeen()).isEqualTo(expected.lastSeen());
        var seen = found.seen();
        assertThat(seen == null ? null : seen.name()).isEqualTo(expected.seen().get(window));
        assertThat(found.returned()).isCloseTo(expected.windows().get(window)[0], within(1e-6));
        assertThat(found.invested()).isCloseTo(expected.windows().get(window)[1], within(1e-6));
    }

    private static void assertBrand(
            BrandDayFigures day, ReferenceScores batch, Map<String, ReferenceDay.Expected> people) {
        var contacts = people.values().stream()
                .filter(person -> person.stage() != null)
                .toList();
        assertThat(day.people()).isEqualTo(contacts.size());
        assertThat(day.meanStrength())
                .isCloseTo(
                        contacts.stream()
                                .mapToDouble(ReferenceDay.Expected::strength)
                                .average()
                                .orElse(0),
                        within(1e-5));
        for (var window : day.windows()) {
            assertWindow(window, batch, people);
        }
        for (var spread : day.spread()) {
            var window = spread.window();
            assertThat(spread.positive().carriers())
                    .isEqualTo(contacts.stream()
                            .mapToLong(p -> p.carriers().get(window)[0])
                            .sum());
            assertThat(spread.negative().carriers())
                    .isEqualTo(contacts.stream()
                            .mapToLong(p -> p.carriers().get(window)[1])
                            .sum());
            var means = contacts.stream()
                    .filter(person -> person.meanPolarity().containsKey(window))
                    .mapToDouble(person -> person.meanPolarity().get(window))
                    .average();
            assertThat(spread.mean() == null).isEqualTo(means.isEmpty());
            means.ifPresent(mean -> assertThat(spread.mean()).isCloseTo(mean, within(1e-4)));
        }
        ReferenceValueFigures.assertValue(day.value(), batch);
        ReferenceServiceFigures.assertService(day.service(), batch);
        assertThat(day.accounts()).isEqualTo(batch.accounts());
        assertThat(day.missing()).isNull();
    }

    private static void assertWindow(
            RollingRor found, ReferenceScores batch, Map<String, ReferenceDay.Expected> people) {
        var days = found.window();
        assertThat(found.returned()).isCloseTo(batch.returned(days), within(1e-6));
        assertThat(found.invested()).isCloseTo(batch.invested(days), within(1e-6));
        var previous = batch.asOf(batch.day().minusDays(days));
        assertThat(found.previous().returned()).isCloseTo(previous.returned(days), within(1e-6));
        assertThat(found.previous().invested()).isCloseTo(previous.invested(days), within(1e-6));
        assertThat(found.seen()).isEqualTo(batch.seen(days));
        assertThat(found.newcomers()).isEqualTo(batch.newcomers(days));
        assertThat(found.newcomers())
                .isEqualTo(count(people, p -> "NEW".equals(p.seen().get(days))));
        assertThat(found.returning())
                .isEqualTo(count(people, p -> "RETURNING".equals(p.seen().get(days))));
        assertThat(found.revived())
                .isEqualTo(count(people, p -> "REVIVED".equals(p.seen().get(days))));
        assertThat(found.lapsed())
                .isEqualTo(count(people, p -> "LAPSED".equals(p.seen().get(days))));
        assertThat(found.clients()).isEqualTo(batch.clients());
        assertThat(found.promotionalShare() == null).isEqualTo(outbound(batch, days) == 0);
        for (var stage : found.stages().keySet()) {
            var now = count(people, p -> stage.name().equals(p.stage()));
            var before = count(people, p -> stage.name().equals(p.stageBefore().get(days)));
            assertThat(found.stages()).containsEntry(stage, now);
            assertThat(found.stageMoves()).containsEntry(stage, now - before);
        }
        var seen = batch.seen(days);
        var captives = count(
                people,
                p -> p.captive()
                        && !List.of("LAPSED", "null")
                                .contains(String.valueOf(p.seen().get(days))));
        assertThat(found.captiveShare()).isEqualTo(seen == 0 ? null : (double) captives / seen);
    }

    private static long outbound(ReferenceScores batch, int window) {
        var posts = batch.all().stream()
                .filter(e -> e.kind() == EngagementKind.POST && batch.isIn(window, e))
                .count();
        return posts
                + batch.byPerson().values().stream()
                        .flatMap(List::stream)
                        .filter(e -> e.direction() == Direction.OUTBOUND && batch.isIn(window, e))
                        .count();
    }

    private static long count(Map<String, ReferenceDay.Expected> people, Predicate<ReferenceDay.Expected> which) {
        return people.values().stream().filter(which).count();
    }

    /** Reads all pages, of a few people each. */
    private static List<PersonDay> all(
            DayQueries queries, BrandRegistered brand, LocalDate day, int window, PersonDayFilter filter) {
        var people = new ArrayList<PersonDay>();
        var order = new PersonDayOrder(PersonDayOrder.Figure.STRENGTH, true);
        PersonDayOrder.Position after = null;
        do {
            var page = queries.people(brand, day, null, window, new PeopleSelection.Criteria(filter, order, after, 5));
            people.addAll(page.items());
            after = page.next();
            assertThat(after == null ? people.size() : page.count()).isEqualTo((int) page.count());
        } while (after != null);
        assertThat(people)
                .isSortedAccordingTo(
                        Comparator.comparing(PersonDay::strength).reversed().thenComparing(PersonDay::person));
        return people;
    }

    @Test
    void theCountOfAFilterIsTheFigureOfTheBrand() {
        var random = new Random(9);
        var batch = new ReferenceScores();
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(brand);
            RandomHistoryTest.history(random, 350, 150).forEach(step -> step.play(stream, batch));
            stream.settle();
            for (var day : pastDays(random, batch)) {
                var figures = stream.queries()
                        .figures(brand, new TreeSet<>(Set.of(day)), null, ALL)
                        .items()
                        .get(0);
                for (var window : figures.windows()) {
                    var days = window.window();
                    assertThat(countOf(stream, brand, day, days, PersonDayFilter.Seen.NEW))
                            .isEqualTo(window.newcomers());
                    assertThat(countOf(stream, brand, day, days, PersonDayFilter.Seen.LAPSED))
                            .isEqualTo(window.lapsed());
                    assertThat(countOf(stream, brand, day, days, PersonDayFilter.Seen.ANY))
                            .isEqualTo(window.seen());
                    for (var stage : window.stages().keySet()) {
                        var filter = new PersonDayFilter(null, Set.of(stage), null, null, null, null, null, null, null);
                        assertThat(all(stream.queries(), brand, day, days, filter))
                                .hasSize(Math.toIntExact(window.stages().get(stage)));
                    }
                }
            }
        }
    }

    private static long countOf(
            ScoringTopologyDriver stream, BrandRegistered brand, LocalDate day, int window, PersonDayFilter.Seen seen) {
        var filter = new PersonDayFilter(seen, Set.<Stage>of(), null, null, null, null, null, null, null);
        return all(stream.queries(), brand, day, window, filter).size();
    }

    @Test
    void aDayOutsideOfTheBrandsDaysIsRefusedWithBoth() {
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(brand);
            stream.receive(comment("2026-01-05"), comment("2026-02-05"))
                    .assign(ScoringEventFixtures.assigned("h", "P", 1))
                    .settle();
            assertThatThrownBy(() -> figures(stream, brand, "2026-01-04"))
                    .isInstanceOf(DayOutOfRangeException.class)
                    .hasMessageContainingAll("2026-01-05", "2026-02-05");
            assertThatThrownBy(() -> figures(stream, brand, "2026-02-06"))
                    .isInstanceOf(DayOutOfRangeException.class)
                    .hasMessageContaining("2026-02-05");
            assertThat(figures(stream, brand, "2026-01-05").items()).hasSize(1);
        }
    }

    @Test
    void theHistoryNumberRisesWhenAnEarlierDayChangesOnly() {
        var brand = ScoringEventFixtures.registered(BrandClock.EVENT);
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(brand);
            stream.receive(comment("2026-01-05"), comment("2026-02-05"))
                    .assign(ScoringEventFixtures.assigned("h", "P", 1))
                    .settle();
            var before = history(stream, brand);
            stream.receive(ScoringEventFixtures.inbound("h", "today", "2026-02-05", EngagementKind.REACTION))
                    .settle();
            assertThat(history(stream, brand)).isEqualTo(before);
            stream.receive(comment("2026-01-20")).settle();
            var late = history(stream, brand);
            assertThat(late).isGreaterThan(before);
            stream.describe(ScoringEventFixtures.described("P", true, 1)).settle();
            var client = history(stream, brand);
            assertThat(client).isGreaterThan(late);
            stream.assign(ScoringEventFixtures.assigned("h", "Q", 2)).settle();
            assertThat(history(stream, brand)).isGreaterThan(client);
        }
    }

    private static long history(ScoringTopologyDriver stream, BrandRegistered brand) {
        return stream.queries().days(brand).history();
    }

    private static DayQueries.Figures figures(ScoringTopologyDriver stream, BrandRegistered brand, String day) {
        return stream.queries().figures(brand, new TreeSet<>(Set.of(LocalDate.parse(day))), null, ALL);
    }

    private static EngagementReceived comment(String day) {
        return ScoringEventFixtures.inbound("h", day, day, EngagementKind.COMMENT);
    }
}
