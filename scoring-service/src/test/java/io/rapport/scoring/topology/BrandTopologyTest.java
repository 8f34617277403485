package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.messaging.json.JsonSerde;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrandTopologyTest {

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void eventClockDayIsTheLatestEngagementDayAndNeverMovesBack() {
        stream.register(registered(BrandClock.EVENT));
        assertThat(days()).isEmpty();

        stream.receive(bot(inbound("ada", "1", "2026-01-10", EngagementKind.COMMENT)))
                .settle();
        stream.receive(inbound("ada", "2", "2026-01-08", EngagementKind.COMMENT))
                .settle();
        stream.receive(inbound("ada", "3", "2026-01-20", EngagementKind.COMMENT))
                .settle();

        assertThat(days())
                .extracting(day -> day.day().toString(), BrandDayTurned::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-01-10", 1L),
                        org.assertj.core.groups.Tuple.tuple("2026-01-20", 2L));
    }

    @Test
    void noScoreIsPublishedBeforeTheFirstDay() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-01-10", EngagementKind.REVIEW))
                .settle();
        assertThat(stream.people).isEmpty();

        stream.register(registered(BrandClock.EVENT)).settle();

        assertThat(stream.person("Ada").asOf()).isEqualTo(LocalDate.parse("2026-01-10"));
        assertThat(stream.brand().people()).isEqualTo(1);
    }

    @Test
    void newDayRescoresEveryPersonAndCoolsSilentOnes() {
        stream.register(registered(BrandClock.EVENT));
        stream.assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1))
                .receive(
                        inbound("ada", "1", "2026-01-10", EngagementKind.REVIEW),
                        inbound("bob", "2", "2026-01-10", EngagementKind.COMMENT))
                .settle();
        var ada = stream.person("Ada");

        stream.receive(
                        inbound("bob", "3", "2026-03-11", EngagementKind.COMMENT),
                        bot(inbound("somebody", "4", "2026-03-11", EngagementKind.COMMENT)))
                .settle();

        var later = stream.person("Ada");
        assertThat(later.asOf()).isEqualTo(LocalDate.parse("2026-03-11"));
        assertThat(later.reason()).isEqualTo(ChangeReason.DAY_TURNED);
        assertThat(later.strength()).isLessThan(ada.strength());
        assertThat(later.warmth()).isEqualTo(25);
        var month = stream.brand().windows().get(1);
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-03-11"));
        assertThat(month.seen()).isEqualTo(1);
        assertThat(month.revived()).isEqualTo(1);
    }

    @Test
    void wallClockDayAdvancesAtMidnightInTheTimeZoneOfTheBrand() {
        stream.register(registered(BrandClock.LIVE));
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-02", EngagementKind.REVIEW))
                .settle();
        assertThat(days()).extracting(BrandDayTurned::day).containsExactly(LocalDate.parse("2026-03-02"));
        assertThat(stream.person("Ada").asOf()).isEqualTo(LocalDate.parse("2026-03-02"));

        // It is 10:00 in London; the brand lives in Tokyo, where midnight is five hours away.
        stream.jump(Duration.ofHours(5));

        assertThat(days())
                .extracting(BrandDayTurned::day)
                .containsExactly(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-03"));
        assertThat(stream.person("Ada").asOf()).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(stream.person("Ada").reason()).isEqualTo(ChangeReason.DAY_TURNED);
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-03-03"));
    }

    @Test
    void largeBrandIsRescoredInBatchesAndFiguresNeverMixTwoDays() {
        stream.register(registered(BrandClock.EVENT));
        var people = 1000;
        for (var i = 0; i < people; i++) {
            stream.assign(assigned("h" + i, "P" + i, 1))
                    .receive(inbound("h" + i, "s" + i, "2026-01-10", EngagementKind.COMMENT));
        }
        stream.settle();

        stream.receive(inbound("h0", "next", "2026-01-25", EngagementKind.COMMENT))
                .settle();

        assertThat(states())
                .filteredOn(state -> state.people() == people)
                .allSatisfy(state -> assertThat(state.windows().get(0).seen())
                        .isEqualTo(state.asOf().equals(LocalDate.parse("2026-01-25")) ? 1 : people));
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-01-25"));
        assertThat(stream.people.values())
                .extracting(person -> person.asOf().toString())
                .containsOnly("2026-01-25");
    }

    @Test
    void returnOnRelationshipsIsReturnedByInvested() {
        stream.register(registered(BrandClock.EVENT));
        stream.assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1))
                .receive(
                        inbound("ada", "1", "2026-01-10", EngagementKind.REVIEW),
                        inbound("bob", "2", "2026-01-10", EngagementKind.COMMENT),
                        outbound("bob", "3", "2026-01-10", EngagementKind.REPLY))
                .settle();

        var week = stream.brand().windows().get(0);
        assertThat(week.returned()).isEqualTo(5);
        assertThat(week.invested()).isEqualTo(1);
        assertThat(week.ror()).isEqualTo(5);
        assertThat(week.newcomers()).isEqualTo(2);
    }

    @Test
    void figuresArePublishedAtMostOnceASecondAndSequencesRise() {
        stream.register(registered(BrandClock.EVENT));
        stream.assign(assigned("ada", "Ada", 1));
        for (var i = 0; i < 30; i++) {
            stream.receive(inbound("ada", "n" + i, "2026-01-10", EngagementKind.COMMENT))
                    .pass(Duration.ofMillis(100));
        }
        stream.settle();

        var states = states();
        assertThat(states).hasSizeBetween(3, 7);
        assertThat(states).extracting(BrandScoreChanged::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(states.get(1).previous()).isNotNull();
        assertThat(stream.brand().accounts().scored()).isEqualTo(30);
    }

    @Test
    void accountsBalanceInEveryPublishedState() {
        stream.register(registered(BrandClock.EVENT));
        var received = 0;
        for (var i = 0; i < 40; i++) {
            var e = inbound(
                    "h" + i % 3,
                    "n" + i % 30,
                    "2026-01-10",
                    i % 5 == 0 ? EngagementKind.COMMENT : EngagementKind.REVIEW);
            stream.receive(i % 7 == 0 ? bot(e) : e);
            received++;
            if (i % 6 == 0) {
                stream.assign(ScoringEventFixtures.staff("h1", "H1", i % 12 == 0, i + 1))
                        .pass(Duration.ofMillis(700));
            }
        }
        stream.settle();

        assertThat(states()).hasSizeGreaterThan(3).allSatisfy(state -> {
            var a = state.accounts();
            assertThat(a.scored() + a.bot() + a.staff() + a.paid() + a.post() + a.duplicates() + a.rejected())
                    .isEqualTo(a.received());
        });
        assertThat(stream.brand().accounts().received()).isEqualTo(received);
        assertThat(stream.counters.engagements).hasSize(received);
    }

    @Test
    void registeredBrandWithoutEngagementsHasFigures() {
        stream.register(registered(BrandClock.LIVE)).settle();

        assertThat(stream.brand().accounts()).isEqualTo(new AccountBalance(0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(stream.brand().windows().get(1).ror()).isNull();
    }

    private List<BrandDayTurned> days() {
        var serde = new JsonSerde<>(BrandDayTurned.class);
        return stream.published(Topic.BRAND_DAY).stream()
                .map(record -> serde.read(record.value()))
                .toList();
    }

    private List<BrandScoreChanged> states() {
        var serde = new JsonSerde<>(BrandScoreChanged.class);
        return stream.published(Topic.BRAND_CURRENT).stream()
                .map(record -> serde.read(record.value()))
                .toList();
    }
}
