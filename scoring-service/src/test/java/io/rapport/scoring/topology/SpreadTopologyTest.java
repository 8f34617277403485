package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.MessageFixtures.BAD;
import static io.rapport.scoring.topology.MessageFixtures.GOOD;
import static io.rapport.scoring.topology.MessageFixtures.NEITHER;
import static io.rapport.scoring.topology.MessageFixtures.corrected;
import static io.rapport.scoring.topology.MessageFixtures.reply;
import static io.rapport.scoring.topology.MessageFixtures.said;
import static io.rapport.scoring.topology.MessageFixtures.share;
import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpreadTopologyTest {

    private static final String LATER = "2026-03-10T12:00:00Z";

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(registered(BrandClock.EVENT));
        for (var name : new String[] {"ada", "bob", "cid", "dot", "eve", "fay", "gus"}) {
            stream.assign(assigned(name, name, 1));
        }
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void carriersVoicesAndReachCountOncePerPerson() {
        stream.assign(assigned("ada2", "ada", 1))
                .receive(
                        MessageFixtures.followedBy(said("ada", "1", "2026-03-09T10:00:00Z", GOOD), 100),
                        MessageFixtures.followedBy(said("ada", "2", "2026-03-10T10:00:00Z", GOOD), 120),
                        MessageFixtures.followedBy(said("ada", "3", "2026-03-08T10:00:00Z", GOOD), 90),
                        MessageFixtures.followedBy(said("ada2", "4", "2026-03-10T10:00:00Z", NEITHER), 7),
                        MessageFixtures.followedBy(said("bob", "5", LATER, BAD), 1000))
                .settle();

        assertThat(week().positive().carriers()).isEqualTo(1);
        assertThat(week().positive().voices()).isEqualTo(3);
        assertThat(week().positive().reach()).isEqualTo(127);
        assertThat(week().negative().carriers()).isEqualTo(1);
        assertThat(week().negative().reach()).isEqualTo(1000);

        stream.assign(assigned("ada2", "cid", 2)).settle();
        assertThat(week().positive().reach()).isEqualTo(120);
    }

    @Test
    void eachPersonCountsOnceInTheMean() {
        for (var n = 0; n < 9; n++) {
            stream.receive(said("ada", "a" + n, LATER, GOOD + n));
        }
        stream.receive(said("bob", "b", LATER, BAD)).settle();

        var good = ScoringTopologyDriver.ANALYSER.judge(GOOD + 1).polarity();
        var bad = ScoringTopologyDriver.ANALYSER.judge(BAD).polarity();
        assertThat(stream.spread().windows().get(0).mean()).isCloseTo((good + bad) / 2, within(1e-3));
        assertThat(stream.spread().windows().get(0).polarisation()).isCloseTo((good - bad) / 2, within(1e-3));
    }

    @Test
    void shareWithoutTextHasTheToneOfTheSharedMessageInAnyOrder() {
        stream.receive(
                share("cid", "3", "2026-03-07T10:00:02Z", "2"),
                share("bob", "2", "2026-03-07T10:00:01Z", "1"),
                said("ada", "1", "2026-03-07T10:00:00Z", BAD),
                said("dot", "9", LATER, NEITHER));
        stream.settle();

        assertThat(week().negative().carriers()).isEqualTo(3);
        assertThat(week().negative().voices()).isEqualTo(3);
        assertThat(week().negative().reproduction().parents()).isEqualTo(3);
        assertThat(week().negative().reproduction().children()).isEqualTo(2);
        assertThat(stream.person("bob").sentiment().n()).isZero();
    }

    @Test
    void correctionOfAMessageChangesItsShares() {
        var first = said("ada", "1", "2026-03-07T10:00:00Z", BAD);
        stream.receive(
                        first,
                        share("bob", "2", "2026-03-07T10:00:01Z", "1"),
                        share("cid", "3", "2026-03-07T10:00:02Z", "2"),
                        reply("dot", "4", "2026-03-07T11:00:00Z", GOOD, "1"),
                        said("eve", "9", LATER, NEITHER))
                .settle();
        assertThat(week().positive().carriers()).isEqualTo(1);
        stream.correct(corrected(first, 0.6, 1)).settle();

        assertThat(week().negative().carriers()).isZero();
        assertThat(week().negative().reproduction().parents()).isZero();
        assertThat(week().positive().carriers()).isEqualTo(4);
        assertThat(week().positive().reproduction().children()).isEqualTo(3);
    }

    @Test
    void childrenHaveTheSameToneWithin48Hours() {
        stream.receive(
                        said("ada", "1", "2026-03-05T10:00:00Z", BAD),
                        reply("bob", "2", "2026-03-05T10:01:00Z", BAD, "1"),
                        reply("cid", "3", "2026-03-05T10:02:00Z", GOOD, "1"),
                        reply("dot", "4", "2026-03-07T10:00:00Z", BAD, "1"),
                        reply("eve", "5", "2026-03-07T10:00:00.001Z", BAD, "1"),
                        said("fay", "9", LATER, NEITHER))
                .settle();

        assertThat(week().negative().reproduction().children()).isEqualTo(2);
        assertThat(week().negative().secondsToFirst()).isCloseTo(60, within(1.8));
        assertThat(week().negative().secondsToFifth()).isNull();
    }

    @Test
    void staffMessagesAreRemovedFromCascadesAndAddedAgain() {
        stream.receive(
                        said("ada", "1", "2026-03-07T10:00:00Z", BAD),
                        share("bob", "2", "2026-03-07T10:00:01Z", "1"),
                        share("cid", "3", "2026-03-07T10:00:02Z", "2"),
                        said("dot", "9", LATER, NEITHER))
                .settle();
        var before = stream.spread().windows();
        stream.assign(ScoringEventFixtures.staff("bob", "bob", true, 2)).settle();

        assertThat(week().negative().carriers()).isEqualTo(1);
        assertThat(week().negative().reproduction().parents()).isEqualTo(1);
        assertThat(week().negative().reproduction().children()).isZero();

        stream.assign(ScoringEventFixtures.staff("bob", "bob", false, 3)).settle();
        assertThat(stream.spread().windows()).isEqualTo(before);
    }

    @Test
    void botAndPaidMessagesAreInNoCascade() {
        stream.receive(
                        ScoringEventFixtures.bot(said("ada", "1", "2026-03-07T10:00:00Z", BAD)),
                        reply("bob", "2", "2026-03-07T10:00:01Z", BAD, "1"),
                        ScoringEventFixtures.bot(reply("cid", "3", "2026-03-07T10:00:02Z", BAD, "2")),
                        said("dot", "9", LATER, NEITHER))
                .settle();

        assertThat(week().negative().reproduction().parents()).isEqualTo(1);
        assertThat(week().negative().reproduction().children()).isZero();
    }

    @Test
    void growingNegativeSpreadStartsAndEndsAnAlert() {
        growing();
        stream.settle();

        var alert = stream.spread().alert();
        assertThat(week().negative().reproduction().value()).isGreaterThan(1);
        assertThat(alert)
                .startsWith("Negative word of mouth is growing: each negative message of the last 7 days led to ");
        assertThat(last(Topic.SPREAD_CHANGES).alert()).isEqualTo(alert);

        stream.receive(
                        said("ada", "late", "2026-07-01T10:00:00Z", NEITHER),
                        said("bob", "late too", "2026-07-01T10:00:00Z", NEITHER))
                .settle();
        assertThat(last(Topic.SPREAD_CHANGES).alert()).isNull();
    }

    @Test
    void manyNegativeCarriersInADayStartAnAlert() {
        for (var name : new String[] {"ada", "bob", "cid", "dot", "eve"}) {
            assertThat(stream.settle().spreads(Topic.SPREAD_CURRENT)).allMatch(spread -> spread.alert() == null);
            stream.receive(said(name, name + 1, LATER, BAD + name));
        }

        assertThat(stream.settle().spread().alert())
                .isEqualTo("5 people spread negative messages today; the mean of the previous 28 days is 0.0 per day"
                        + " (standard deviation 0.0).");
    }

    @Test
    void statesArePublishedAtMostOnceASecondAndOnlyWhenChanged() {
        for (var n = 0; n < 20; n++) {
            stream.receive(said("ada", "n" + n, LATER, GOOD + n)).pass(Duration.ofMillis(100));
        }
        stream.settle();
        var states = stream.spreads(Topic.SPREAD_CURRENT);
        assertThat(states).hasSizeBetween(3, 6);
        assertThat(states)
                .extracting(SentimentSpreadChanged::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        // The first carrier is a significant change, further messages of the same person are not.
        assertThat(stream.spreads(Topic.SPREAD_CHANGES)).hasSizeLessThan(states.size());

        stream.receive(said("bob", "no words", LATER, null)).settle();
        assertThat(stream.spreads(Topic.SPREAD_CURRENT)).isEqualTo(states);
    }

    @Test
    void eventIdDependsOnTheSequence() {
        stream.receive(said("ada", "1", LATER, GOOD)).settle();

        assertThat(stream.published(Topic.SPREAD_CURRENT)).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(ScoringEventFixtures.BRAND.key());
            assertThat(record.headers().lastHeader("ce_id")).isNotNull();
        });
        assertThat(stream.published(Topic.SPREAD_CURRENT).stream()
                        .map(record ->
                                new String(record.headers().lastHeader("ce_id").value()))
                        .distinct()
                        .count())
                .isEqualTo(stream.published(Topic.SPREAD_CURRENT).size());
    }

    private void growing() {
        var at = Instant.parse("2026-03-07T10:00:00Z");
        for (var n = 0; n < 5; n++) {
            stream.receive(said("ada", "p" + n, at.plusSeconds(n).toString(), BAD + n));
            for (var child = 0; child < 3; child++) {
                stream.receive(replyTo(n, child, at.plus(Duration.ofHours(47))));
            }
        }
    }

    private static EngagementReceived replyTo(int n, int child, Instant at) {
        return reply("bob", "c" + n + child, at.toString(), BAD + n + child, "p" + n);
    }

    private SentimentSpreadChanged last(Topic topic) {
        var all = stream.spreads(topic);
        return all.get(all.size() - 1);
    }

    private Week week() {
        var week = stream.spread().windows().get(0);
        return new Week(week.positive(), week.negative());
    }

    private record Week(PolaritySpread positive, PolaritySpread negative) {}
}
