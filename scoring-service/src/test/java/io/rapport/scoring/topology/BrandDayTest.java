package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.receivedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day of a brand with an event clock follows its engagements, but none that is far ahead of all others. */
class BrandDayTest {

    private static final BrandRegistered BRAND = ScoringEventFixtures.registered(BrandClock.EVENT);
    private static final LocalDate LAST = LocalDate.parse("2021-12-31");

    private ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void oneEngagementOfTodayDoesNotTurnEveryAdvocateIntoAStranger() {
        playHistory();
        var ada = stream.person("Ada");
        assertThat(ada.stage()).isEqualTo(Stage.ADVOCATE);
        var brand = stream.brand();

        stream.assign(assigned("tester", "Tester", 1))
                .receive(inbound("tester", "test", "2026-02-28", EngagementKind.COMMENT))
                .settle();

        assertThat(stream.person("Ada")).isEqualTo(ada);
        assertThat(stream.person("Tester")).isNull();
        assertThat(stream.brand().asOf()).isEqualTo(LAST);
        assertThat(stream.brand().windows()).isEqualTo(brand.windows());
        assertThat(stream.brand().accounts().ahead()).isEqualTo(1);
        assertThat(stream.brand().accounts().received())
                .isEqualTo(brand.accounts().received() + 1);
        assertThat(stream.queries().currentDay(BRAND).status().ahead()).isEqualTo(1);
    }

    @Test
    void aSecondHandleMovesTheDay() {
        playHistory();
        stream.receive(inbound("tester", "test", "2026-02-28", EngagementKind.COMMENT))
                .receive(inbound("tester", "test 2", "2026-02-20", EngagementKind.COMMENT))
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(LAST);
        assertThat(stream.brand().accounts().ahead()).isEqualTo(2);

        stream.receive(bot(inbound("other", "test 3", "2026-02-25", EngagementKind.COMMENT)))
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(stream.brand().accounts().ahead()).isNull();
    }

    @Test
    void repeatedAndRejectedEngagementsMoveNoDay() {
        stream.register(BRAND);
        var first = inbound("ada", "1", "2021-12-31", EngagementKind.COMMENT);
        var far = inbound("tester", "test", "2026-02-28", EngagementKind.COMMENT);
        stream.receive(first, far, far, ScoringEventFixtures.saying(far, "other words"))
                .settle();

        assertThat(stream.brand().asOf()).isEqualTo(LAST);
        assertThat(stream.brand().accounts().ahead()).isEqualTo(1);
        assertThat(stream.brand().accounts().duplicates()).isEqualTo(1);
        assertThat(stream.brand().accounts().rejected()).isEqualTo(1);
    }

    @Test
    void theDayIsSetBackAndEverythingIsAsItWasOnThatDay() {
        playHistory();
        var ada = stream.person("Ada");
        var brand = stream.brand();
        var spread = stream.spread();
        stream.assign(assigned("tester", "Tester", 1)).receive(testEvents()).settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(stream.person("Ada").stage()).isEqualTo(Stage.STRANGER);
        var later = stream.person("Ada");
        var history = stream.queries().days(BRAND).history();

        stream.pass(Duration.ofSeconds(1)).setDay("2021-12-31").settle();

        var back = stream.person("Ada");
        assertThat(back.asOf()).isEqualTo(LAST);
        assertThat(back.reason()).isEqualTo(ChangeReason.DAY_TURNED);
        assertThat(back.sequence()).isGreaterThan(later.sequence());
        assertThat(back.strength()).isCloseTo(ada.strength(), within(1e-9));
        assertThat(back.stage()).isEqualTo(Stage.ADVOCATE);
        assertThat(back.contributions()).isEqualTo(ada.contributions());
        assertThat(stream.person("Tester")).isNull();
        assertThat(stream.brand().asOf()).isEqualTo(LAST);
        assertThat(stream.brand().reason()).isEqualTo(ChangeReason.DAY_TURNED);
        assertThat(stream.brand().windows()).isEqualTo(brand.windows());
        assertThat(stream.brand().service()).isEqualTo(brand.service());
        assertThat(stream.brand().value()).isEqualTo(brand.value());
        assertThat(stream.brand().people()).isEqualTo(brand.people());
        assertThat(stream.brand().accounts().ahead()).isEqualTo(2);
        assertThat(stream.spread().asOf()).isEqualTo(LAST);
        assertThat(stream.spread().windows()).isEqualTo(spread.windows());
        assertThat(stream.queries().days(BRAND).history()).isGreaterThan(history);
        assertSequencesRise();
        assertThat(days()).last().satisfies(day -> {
            assertThat(day.day()).isEqualTo(LAST);
            assertThat(day.setAt()).isNotNull();
        });
        var status = stream.queries().currentDay(BRAND).status();
        assertThat(status.set().by()).isEqualTo("ops");
        assertThat(status.set().reason()).isEqualTo("a test event");
        assertThat(status.set().day()).isEqualTo(LAST);
        assertThat(status.latest()).isEqualTo(LocalDate.parse("2026-02-28"));
    }

    @Test
    void afterTheDayWasSetItFollowsTheEngagementsThatAreReceivedLater() {
        playHistory();
        stream.receive(testEvents()).settle().setDay("2021-12-31").settle();
        assertThat(stream.brand().asOf()).isEqualTo(LAST);

        stream.receive(after(inbound("ada", "n1", "2022-01-02", EngagementKind.COMMENT)))
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2022-01-02"));

        // One handle, and engagements that the administrator knew of, do not move it far ahead.
        stream.receive(after(inbound("ada", "n2", "2026-02-27", EngagementKind.COMMENT)))
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2022-01-02"));
        assertThat(stream.brand().accounts().ahead()).isEqualTo(3);

        stream.receive(after(inbound("bob", "n3", "2026-02-26", EngagementKind.COMMENT)))
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-02-27"));

        stream.pass(Duration.ofSeconds(10)).setDay("2026-02-28").settle();
        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(stream.brand().accounts().ahead()).isNull();
    }

    @Test
    void anEarlierDecisionDoesNotReplaceALaterOne() {
        playHistory();
        stream.setDay("2021-12-20").settle();
        var set = stream.queries().currentDay(BRAND).status().set();

        stream.put(
                Topic.BRAND_DAY_SET,
                BRAND.brandKey().key(),
                ("{\"agency\":\"agency\",\"brand\":\"brand\",\"day\":\"2021-12-31\",\"by\":\"x\",\"at\":\""
                                + set.at().minusMillis(1) + "\"}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        stream.settle();

        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2021-12-20"));
    }

    @Test
    void aDecisionThatIsNoneIsADeadLetter() {
        playHistory();
        stream.put(Topic.BRAND_DAY_SET, BRAND.brandKey().key(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        stream.settle();

        assertThat(stream.deadLetters()).hasSize(1);
        assertThat(stream.brand().asOf()).isEqualTo(LAST);
    }

    @Test
    void aRestartKeepsTheDayAndItsDecision() {
        playHistory();
        stream.receive(testEvents()).settle().setDay("2021-12-31").settle();
        restart();

        stream.receive(after(inbound("ada", "n1", "2022-01-02", EngagementKind.COMMENT)))
                .settle();

        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2022-01-02"));
        assertThat(stream.brand().accounts().ahead()).isEqualTo(2);
        assertThat(stream.queries().currentDay(BRAND).status().set().by()).isEqualTo("ops");
    }

    /** A compacted topic of decisions and the topics of everything else give the same, in whatever order they are read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRebuiltStateEndsOnTheSameDay(boolean decisionFirst) {
        var events = new ArrayList<>(history());
        events.addAll(List.of(testEvents()));
        var settled = ScoringTopologyDriver.START.plusSeconds(3);
        events.add(receivedAt(inbound("ada", "n1", "2022-01-02", EngagementKind.COMMENT), settled.plusSeconds(60)));
        stream.register(BRAND).assign(assigned("ada", "Ada", 1));
        if (decisionFirst) {
            stream.setDay("2021-12-31").settle();
        }
        stream.receive(events.toArray(EngagementReceived[]::new));
        if (!decisionFirst) {
            // Time does not pass in between: the decision is as old as in the other order.
            stream.setDay("2021-12-31");
        }
        stream.settle();

        assertThat(stream.brand().asOf()).isEqualTo(LocalDate.parse("2022-01-02"));
        assertThat(stream.brand().accounts().ahead()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSameEngagementsInAnyOrderEndOnTheSameDay(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<EngagementReceived>();
        for (var i = 0; i < 12; i++) {
            var day = LocalDate.parse("2021-01-01").plusDays(random.nextInt(6) * (1L + random.nextInt(40)));
            events.add(inbound("h" + random.nextInt(3), "s" + i, day.toString(), EngagementKind.COMMENT));
        }
        BrandScoreChanged expected = null;
        for (var order = 0; order < 4; order++) {
            try (var other = new ScoringTopologyDriver()) {
                other.register(BRAND);
                for (var handle = 0; handle < 3; handle++) {
                    other.assign(assigned("h" + handle, "P" + handle, 1));
                }
                for (var event : events) {
                    other.receive(event);
                    other.pass(Duration.ofMillis(random.nextInt(10) * 100L));
                }
                other.settle().settle();
                var brand = other.brand();
                if (expected == null) {
                    expected = brand;
                }
                assertThat(brand.asOf()).isEqualTo(expected.asOf());
                assertThat(brand.windows()).isEqualTo(expected.windows());
                assertThat(brand.people()).isEqualTo(expected.people());
                assertThat(brand.accounts()).isEqualTo(expected.accounts());
                assertThat(other.people.values().stream()
                                .filter(java.util.Objects::nonNull)
                                .map(RelationshipScoreChanged::asOf))
                        .containsOnly(expected.asOf());
            }
            Collections.shuffle(events, random);
        }
    }

    @Test
    void aLiveBrandIgnoresADecisionAndDoesNotTurnBackBehindWhatItDropped() {
        stream.register(ScoringEventFixtures.registered(BrandClock.LIVE))
                .assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-02-20", EngagementKind.COMMENT))
                .settle()
                .setDay("2026-02-20")
                .settle();
        var today = LocalDate.parse("2026-03-02");
        assertThat(stream.brand().asOf()).isEqualTo(today);

        stream.register(BrandRegisteredBuilder.builder(BRAND).version(2).build())
                .settle();
        assertThat(stream.brand().asOf()).isEqualTo(today);
        assertThat(stream.queries().currentDay(BRAND).status().floor()).isEqualTo(today);
    }

    private void assertSequencesRise() {
        assertThat(stream.told(Topic.BRAND_CURRENT, BrandScoreChanged.class))
                .extracting(BrandScoreChanged::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(stream.told(Topic.SPREAD_CURRENT, SentimentSpreadChanged.class))
                .extracting(SentimentSpreadChanged::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(days()).extracting(BrandDayTurned::sequence).isSorted().doesNotHaveDuplicates();
    }

    private void playHistory() {
        stream.register(BRAND)
                .assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1))
                .receive(history().toArray(EngagementReceived[]::new))
                .settle();
    }

    private static List<EngagementReceived> history() {
        var history = new ArrayList<EngagementReceived>();
        for (var month = 1; month <= 12; month++) {
            var day = "2021-" + (month < 10 ? "0" : "") + month + "-15";
            history.add(inbound("ada", "review " + month, day, EngagementKind.REVIEW));
            history.add(inbound("ada", "referral " + month, day, EngagementKind.REFERRAL));
            history.add(inbound("bob", "comment " + month, day, EngagementKind.COMMENT));
            history.add(ScoringEventFixtures.outbound("bob", "reply " + month, day, EngagementKind.REPLY));
        }
        history.add(inbound("ada", "last", "2021-12-31", EngagementKind.SHARE));
        return history;
    }

    private static EngagementReceived[] testEvents() {
        return new EngagementReceived[] {
            inbound("tester", "test 1", "2026-02-28", EngagementKind.COMMENT),
            inbound("other tester", "test 2", "2026-02-28", EngagementKind.COMMENT)
        };
    }

    /** Received after a decision that is taken in the first minute. */
    private static EngagementReceived after(EngagementReceived engagement) {
        return receivedAt(engagement, ScoringTopologyDriver.START.plusSeconds(60));
    }

    private List<BrandDayTurned> days() {
        return stream.told(Topic.BRAND_DAY, BrandDayTurned.class);
    }

    private void restart() {
        var again = stream.restarted();
        stream.close();
        stream = again;
    }
}
