package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.MessageFixtures.BAD;
import static io.rapport.scoring.topology.MessageFixtures.GOOD;
import static io.rapport.scoring.topology.MessageFixtures.corrected;
import static io.rapport.scoring.topology.MessageFixtures.said;
import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentimentTopologyTest {

    private static final String AT = "2026-03-01T10:00:00Z";

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(registered(BrandClock.EVENT)).assign(assigned("ada", "Ada", 1));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void everyInboundTextIsJudgedAndCountsForItsPerson() {
        var text = said("ada", "1", AT, BAD);
        stream.receive(text).settle();

        var expected = ScoringTopologyDriver.ANALYSER.judge(BAD);
        assertThat(judged()).singleElement().satisfies(judged -> {
            assertThat(judged.engagement()).isEqualTo(text.id());
            assertThat(judged.polarity()).isEqualTo(expected.polarity());
            assertThat(judged.confidence()).isEqualTo(expected.confidence());
            assertThat(judged.decidedBy()).isEqualTo(expected.decidedBy()).isNotEmpty();
            assertThat(judged.analyser()).isEqualTo(SentimentAnalyser.VERSION);
            assertThat(judged.at()).isEqualTo(text.receivedAt());
        });
        var words = stream.person("Ada").sentiment();
        assertThat(words.n()).isEqualTo(1);
        assertThat(words.negative()).isEqualTo(1);
        assertThat(words.mean()).isCloseTo(expected.polarity(), within(1e-6));
        assertThat(words.like()).isNegative();
    }

    @Test
    void emojiIsTextAndBlankIsNot() {
        stream.receive(said("ada", "1", AT, "😍"), said("ada", "2", AT, " \n"), said("ada", "3", AT, null))
                .settle();

        assertThat(judged())
                .singleElement()
                .satisfies(judged -> assertThat(judged.polarity()).isPositive());
        assertThat(stream.person("Ada").sentiment().n()).isEqualTo(1);
    }

    @Test
    void withheldAndOutboundTextsAreNotJudged() {
        stream.receive(
                        ScoringEventFixtures.bot(said("ada", "1", AT, GOOD)),
                        ScoringEventFixtures.paid(said("ada", "2", AT, GOOD)),
                        ScoringEventFixtures.outbound("ada", "3", "2026-03-01", EngagementKind.REPLY))
                .settle();

        assertThat(judged()).isEmpty();
    }

    @Test
    void duplicateIsNotJudgedAgain() {
        stream.receive(said("ada", "1", AT, GOOD), said("ada", "1", AT, GOOD)).settle();

        assertThat(judged()).hasSize(1);
        assertThat(stream.person("Ada").sentiment().n()).isEqualTo(1);
    }

    @Test
    void failingAnalyserLosesNoEngagement() {
        try (var failing = new ScoringTopologyDriver(
                text -> {
                    throw new IllegalStateException("no word list");
                },
                Stores::inMemoryKeyValueStore)) {
            var text = said("ada", "1", AT, GOOD);
            failing.register(registered(BrandClock.EVENT))
                    .assign(assigned("ada", "Ada", 1))
                    .receive(text)
                    .settle();

            assertThat(failing.person("Ada").contributions()).hasSize(1);
            assertThat(failing.person("Ada").sentiment().n()).isZero();
            assertThat(failing.published(Topic.SENTIMENT_JUDGED)).isEmpty();
            assertThat(failing.counters.deadLetters).isEmpty();

            failing.correct(corrected(text, 0.8, 1)).settle();
            assertThat(failing.person("Ada").sentiment().mean()).isEqualTo(0.8);
        }
    }

    @Test
    void correctionChangesTheLedgerByTheDifferenceAndIsPublished() {
        var text = said("ada", "1", AT, BAD);
        stream.receive(text, said("ada", "2", AT, MessageFixtures.NEITHER)).settle();
        var before = stream.person("Ada");
        stream.correct(corrected(text, 0.9, 1)).settle();

        var after = stream.person("Ada");
        assertThat(after.sentiment().n()).isEqualTo(2);
        assertThat(after.sentiment().positive()).isEqualTo(1);
        assertThat(after.sentiment().negative()).isZero();
        assertThat(after.sentiment().mean()).isCloseTo(0.45, within(1e-6));
        assertThat(after.like()).isGreaterThan(before.like());
        assertThat(last().polarity()).isEqualTo(0.9);
        assertThat(last().decidedBy()).containsExactly("correction");
        assertThat(stream.brand().accounts().received()).isEqualTo(2);
    }

    @Test
    void highestCorrectionVersionWinsInAnyOrder() {
        var text = said("ada", "1", AT, BAD);
        var first = corrected(text, 0.9, 1);
        var second = corrected(text, -0.4, 2);
        for (var order : List.of(List.of(first, second), List.of(second, first))) {
            try (var other = new ScoringTopologyDriver()) {
                other.register(registered(BrandClock.EVENT)).assign(assigned("ada", "Ada", 1));
                order.forEach(other::correct);
                other.receive(text).settle();

                assertThat(other.person("Ada").sentiment().mean()).isEqualTo(-0.4);
                assertThat(other.published(Topic.SENTIMENT_JUDGED)).hasSize(1);
            }
        }
        stream.receive(text).correct(second, first, second).settle();
        assertThat(stream.person("Ada").sentiment().mean()).isEqualTo(-0.4);
        assertThat(judged()).hasSize(2);
    }

    @Test
    void equalJudgementsHaveEqualIds() {
        var text = said("ada", "1", AT, BAD);
        stream.receive(text).correct(corrected(text, 0.9, 1)).settle();
        try (var other = new ScoringTopologyDriver()) {
            other.register(registered(BrandClock.EVENT))
                    .correct(corrected(text, 0.9, 1))
                    .receive(text)
                    .settle();

            assertThat(ids(other)).containsExactly(ids(stream).get(1));
        }
    }

    @Test
    void correctionAppliesToEqualTextsReceivedLater() {
        var text = said("ada", "1", AT, BAD);
        var then = Instant.parse("2026-03-05T10:00:00Z");
        stream.assign(assigned("bob", "Bob", 1), assigned("cid", "Cid", 1))
                .receive(text)
                .correct(corrected(text, 0.7, 1, then))
                .settle();
        stream.receive(
                        ScoringEventFixtures.receivedAt(
                                said("bob", "2", "2026-03-06T10:00:00Z", " " + BAD.toUpperCase(java.util.Locale.ROOT)),
                                then.plusMillis(1)),
                        ScoringEventFixtures.receivedAt(said("cid", "3", "2026-03-02T10:00:00Z", BAD), then))
                .settle();

        assertThat(stream.person("Bob").sentiment().mean()).isEqualTo(0.7);
        assertThat(stream.person("Cid").sentiment().mean()).isNegative();
        assertThat(judged().get(2).decidedBy()).containsExactly("correction of the same words");
    }

    @Test
    void laterCorrectionReplacesAnEarlierOneFromThenOn() {
        var text = said("ada", "1", AT, BAD);
        var then = Instant.parse("2026-03-05T10:00:00Z");
        stream.assign(assigned("bob", "Bob", 1), assigned("cid", "Cid", 1))
                .receive(text)
                .correct(corrected(text, 0.7, 1, then), corrected(text, 0.2, 2, then.plusSeconds(60)))
                .settle();
        stream.receive(
                        ScoringEventFixtures.receivedAt(said("bob", "2", AT, BAD), then.plusSeconds(60)),
                        ScoringEventFixtures.receivedAt(said("cid", "3", AT, BAD), then.plusSeconds(61)))
                .settle();

        assertThat(stream.person("Bob").sentiment().mean()).isEqualTo(0.7);
        assertThat(stream.person("Cid").sentiment().mean()).isEqualTo(0.2);
    }

    @Test
    void invalidCorrectionBecomesADeadLetter() {
        var text = said("ada", "1", AT, BAD);
        stream.receive(text).correct(corrected(text, 1.5, 1)).settle();
        stream.put(Topic.SENTIMENT_CORRECTED, text.handleKey().key(), "{}".getBytes(StandardCharsets.UTF_8));
        var other = said("bob", "1", AT, BAD);
        stream.correct(corrected(other, 0.5, 1)).settle();

        assertThat(stream.counters.deadLetters).hasSize(2);
        assertThat(stream.person("Ada").sentiment().mean()).isNegative();
    }

    @Test
    void sentimentMovesWithTheHandle() {
        var text = said("ada", "1", AT, BAD);
        stream.receive(text).settle();
        stream.assign(assigned("ada", "Bob", 2))
                .correct(corrected(text, 0.9, 1))
                .settle();

        assertThat(stream.person("Ada")).isNull();
        assertThat(stream.person("Bob").sentiment().mean()).isEqualTo(0.9);
    }

    private SentimentJudged last() {
        return judged().get(judged().size() - 1);
    }

    private List<SentimentJudged> judged() {
        var serde = new JsonSerde<>(SentimentJudged.class);
        return stream.published(Topic.SENTIMENT_JUDGED).stream()
                .map(record -> serde.read(record.value()))
                .toList();
    }

    private static List<String> ids(ScoringTopologyDriver stream) {
        return stream.published(Topic.SENTIMENT_JUDGED).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .toList();
    }
}
