package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.domain.day.BrandDayFigures;
import io.rapport.scoring.domain.day.DayPeriod;
import io.rapport.scoring.domain.day.PeopleSelection.Criteria;
import io.rapport.scoring.domain.day.PeriodList;
import io.rapport.scoring.domain.day.PersonDay;
import io.rapport.scoring.domain.day.PersonDayFilter;
import io.rapport.scoring.domain.day.PersonDayFilter.Seen;
import io.rapport.scoring.domain.day.PersonDayOrder;
import io.rapport.scoring.domain.day.PersonRange;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.query.DayOutOfRangeException;
import io.rapport.scoring.query.DayQueries;
import io.rapport.scoring.query.PeriodQueries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares periods with the rolling windows and with the days of the people. */
class PeriodTest {

    private static final PersonDayOrder STRONGEST = new PersonDayOrder(PersonDayOrder.Figure.STRENGTH, true);
    private static final int EVERYONE = 500;

    @Test
    void aPeriodOfThirtyDaysIsTheWindowOfThirtyDays() {
        try (var stream = new ScoringTopologyDriver()) {
            var brand = play(stream, 11);
            var last = stream.queries().days(brand).last();
            // The brand keeps the messages of the first three; those of the last are read by a pass.
            for (var day : List.of(last, last.minusDays(17), last.minusDays(63), last.minusDays(64))) {
                var window = stream.queries()
                        .figures(brand, new TreeSet<>(Set.of(day)), null, EnumSet.allOf(BrandDayFigures.Part.class))
                        .items()
                        .get(0);
                var period = new DayPeriod(day.minusDays(29), day, day.minusDays(59));
                var found = ask(stream, brand, period);
                assertThat(found.figures()).isEqualTo(window.windows().get(1));
                assertThat(found.spread()).isEqualTo(window.spread().get(1));
                assertThat(found.value()).isEqualTo(window.value().get(1));
                assertThat(found.service()).isEqualTo(window.service().get(1));
                assertThat(found.people()).isEqualTo(window.people());
                for (int i = 0; i < lists().size(); i++) {
                    assertThat(found.lists().get(i).items())
                            .isEqualTo(people(stream.queries(), brand, day, lists().get(i)));
                }
            }
        }
    }

    @Test
    void aPeriodIsComparedWithAPeriodOfAnotherLength() {
        try (var stream = new ScoringTopologyDriver()) {
            var brand = play(stream, 12);
            var last = stream.queries().days(brand).last();
            var first = last.minusDays(1);
            var before = first.minusDays(40);
            var found = ask(stream, brand, new DayPeriod(first, last, before));
            var seen = seen(stream, brand, first, last);
            var seenBefore = seen(stream, brand, before, first.minusDays(1));
            assertThat(found.figures().window()).isEqualTo(2);
            assertThat(ids(found.lists().get(list(Seen.ANY)).items()))
                    .isEqualTo(seen)
                    .isNotEmpty();
            assertThat(found.figures().seen()).isEqualTo(seen.size());
            assertThat(ids(found.lists().get(list(Seen.RETURNING)).items()))
                    .isEqualTo(seen.stream().filter(seenBefore::contains).collect(Collectors.toSet()));
            assertThat(ids(found.lists().get(list(Seen.LAPSED)).items()))
                    .isEqualTo(seenBefore.stream()
                            .filter(person -> !seen.contains(person))
                            .collect(Collectors.toSet()))
                    .isNotEmpty();
            assertThat(found.lists().get(list(Seen.ANY)).items().stream()
                            .mapToDouble(PersonDay::returned)
                            .sum())
                    .isCloseTo(found.figures().returned(), within(1e-6));
        }
    }

    @Test
    void aPeriodOutsideOfTheBrandsDaysIsRefused() {
        try (var stream = new ScoringTopologyDriver()) {
            var brand = play(stream, 13);
            var last = stream.queries().days(brand).last();
            var first = stream.queries().days(brand).first();
            assertThatThrownBy(() -> ask(stream, brand, month(last.plusDays(1))))
                    .isInstanceOf(DayOutOfRangeException.class);
            assertThatThrownBy(() -> ask(stream, brand, month(first.minusDays(1))))
                    .isInstanceOf(DayOutOfRangeException.class);
            assertThatThrownBy(() -> new DayPeriod(last, last.minusDays(1), first))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new DayPeriod(last.minusDays(90), last, last.minusDays(91)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theSumsOfADayRangeAndTheTonesArePartOfTheSamePass() {
        try (var stream = new ScoringTopologyDriver()) {
            var brand = play(stream, 14);
            var last = stream.queries().days(brand).last();
            var period = new DayPeriod(last.minusDays(29), last, last.minusDays(59));
            var tones = Stream.of(MessageTone.POSITIVE, MessageTone.NEGATIVE)
                    .map(tone -> new PeriodList(criteria(Seen.ANY), tone))
                    .toList();
            var everyone =
                    ask(stream, brand, period).lists().get(list(Seen.ANY)).items();
            var ranges = everyone.stream()
                    .map(person -> new PersonRange(person.person(), period.first(), last))
                    .toList();
            var found = stream.periods().period(brand, new PeriodQueries.Question(period, null, null, tones, ranges));
            assertThat(found.lists().get(0).count())
                    .isEqualTo(found.spread().positive().carriers())
                    .isPositive();
            assertThat(found.lists().get(1).count())
                    .isEqualTo(found.spread().negative().carriers())
                    .isPositive();
            assertThat(found.lists().get(0).items())
                    .allSatisfy(person -> assertThat(person.top())
                            .isEqualTo(everyone.stream()
                                    .filter(each -> each.person().equals(person.person()))
                                    .findFirst()
                                    .orElseThrow()
                                    .top()));
            assertThat(found.ranges()).hasSameSizeAs(everyone);
            for (var sums : found.ranges()) {
                var person = everyone.stream()
                        .filter(each -> each.person().equals(sums.person()))
                        .findFirst()
                        .orElseThrow();
                assertThat(sums.returned()).isCloseTo(person.returned(), within(1e-9));
                assertThat(sums.invested()).isCloseTo(person.invested(), within(1e-9));
                assertThat(sums.engagements()).isPositive();
            }
        }
    }

    @Test
    void theFiguresOfAComparedPeriodAreThoseOfAQuestionOfItsOwn() {
        try (var stream = new ScoringTopologyDriver()) {
            var brand = play(stream, 15);
            var last = stream.queries().days(brand).last();
            var period = new DayPeriod(last.minusDays(29), last, last.minusDays(59));
            var before = new DayPeriod(last.minusDays(59), last.minusDays(30), last.minusDays(90));
            var question = new PeriodQueries.Question(period, before, null, List.of(), List.of());
            var found = stream.periods().period(brand, question);
            assertThat(found.compared())
                    .isEqualTo(ask(stream, brand, before).figures())
                    .isNotEqualTo(found.figures());
            assertThat(found.figures()).isEqualTo(ask(stream, brand, period).figures());
            assertThat(ask(stream, brand, period).compared()).isNull();
        }
    }

    private static PeriodQueries.Period ask(ScoringTopologyDriver stream, BrandRegistered brand, DayPeriod period) {
        var lists =
                lists().stream().map(criteria -> new PeriodList(criteria, null)).toList();
        return stream.periods().period(brand, new PeriodQueries.Question(period, null, null, lists, List.of()));
    }

    private static BrandRegistered play(ScoringTopologyDriver stream, long seed) {
        var brand = ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT));
        stream.register(brand);
        var batch = new ReferenceScores();
        RandomHistoryTest.history(new Random(seed), 350, 100).forEach(step -> step.play(stream, batch));
        stream.settle().settle();
        return brand;
    }

    private static List<Criteria> lists() {
        return Arrays.stream(Seen.values()).map(PeriodTest::criteria).toList();
    }

    private static Criteria criteria(Seen seen) {
        var filter = new PersonDayFilter(seen, Set.of(), null, null, null, null, null, null, null);
        return new Criteria(filter, STRONGEST, null, EVERYONE);
    }

    private static int list(Seen seen) {
        return List.of(Seen.values()).indexOf(seen);
    }

    private static List<PersonDay> people(DayQueries queries, BrandRegistered brand, LocalDate day, Criteria criteria) {
        return queries.people(brand, day, null, 30, criteria).items();
    }

    /** People with a return on any day of a range, judged day by day. */
    private static Set<Object> seen(ScoringTopologyDriver stream, BrandRegistered brand, LocalDate from, LocalDate to) {
        var seen = new HashSet<Object>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var asOf = day;
            var filter = new PersonDayFilter(null, Set.of(), null, null, null, null, null, asOf, null);
            seen.addAll(ids(people(stream.queries(), brand, day, new Criteria(filter, STRONGEST, null, EVERYONE))));
        }
        return seen;
    }

    private static Set<Object> ids(List<PersonDay> people) {
        return people.stream().map(PersonDay::person).collect(Collectors.toSet());
    }

    private static DayPeriod month(LocalDate last) {
        return new DayPeriod(last.minusDays(29), last, last.minusDays(59));
    }
}
