package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.RelationshipScoreChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the published result of random histories with a reference calculation over all events. */
class RandomHistoryTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final EngagementKind[] KINDS = {
        EngagementKind.COMMENT,
        EngagementKind.REVIEW,
        EngagementKind.SHARE,
        EngagementKind.VISIT,
        EngagementKind.MESSAGE,
        EngagementKind.REFERRAL,
        EngagementKind.THANKS,
        EngagementKind.UNFOLLOW,
        EngagementKind.PURCHASE,
        EngagementKind.PURCHASE,
        EngagementKind.PURCHASE
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void endsWhereABatchOverAllEventsEnds(long seed) {
        var random = new Random(seed);
        endsWhereABatchEnds(random, history(random, 250, 60));
    }

    /** Merges, splits, staff flags and client flags, a thousand times, between engagements. */
    @Test
    void randomIdentityChangesGiveTheResultOfABatch() {
        var random = new Random(7);
        endsWhereABatchEnds(random, history(random, 600, 1000));
    }

    private static void endsWhereABatchEnds(Random random, List<Step> history) {
        var batch = new ReferenceScores();
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(ReferenceValueFigures.priced(ScoringEventFixtures.registered(BrandClock.EVENT)));
            for (var step : history) {
                step.play(stream, batch);
                if (random.nextInt(10) == 0) {
                    stream.pass(java.time.Duration.ofMillis(random.nextInt(8) * 100L));
                }
            }
            stream.settle().settle();

            assertPeople(stream, batch);
            assertBrand(stream, batch);
            ReferenceValueFigures.assertValue(stream.brand().value(), batch);
            ReferenceServiceFigures.assertService(stream.brand().service(), batch);
            ReferenceServiceFigures.assertOwed(stream.people, batch);
        }
    }

    private static void assertPeople(ScoringTopologyDriver stream, ReferenceScores batch) {
        var published = new HashMap<String, RelationshipScoreChanged>();
        stream.people.forEach((key, state) -> {
            if (state != null) {
                published.put(key, state);
            }
        });
        var expected = batch.people();
        assertThat(published).containsOnlyKeys(expected.keySet());
        expected.forEach((key, score) -> {
            var state = published.get(key);
            assertThat(state.strength()).isCloseTo(score.strength(), within(1e-9));
            assertThat(state.stage()).isEqualTo(score.stage());
            assertThat(state.reciprocity()).isCloseTo(score.exchange().reciprocity(), within(1e-9));
            assertThat(state.captive()).isEqualTo(score.captive());
            assertThat(state.client()).isEqualTo(score.client());
            assertThat(state.sentiment()).isEqualTo(score.breakdown().sentiment());
            assertThat(state.contributions()).isEqualTo(score.breakdown().contributions());
            assertThat(state.windows()).isEqualTo(score.breakdown().windows());
            assertThat(state.asOf()).isEqualTo(score.asOf());
        });
    }

    private static void assertBrand(ScoringTopologyDriver stream, ReferenceScores batch) {
        var brand = stream.brand();
        assertThat(brand.accounts()).isEqualTo(batch.accounts());
        assertThat(brand.asOf()).isEqualTo(batch.day());
        for (var window : brand.windows()) {
            var days = window.window();
            assertThat(window.returned()).isCloseTo(batch.returned(days), within(1e-9));
            assertThat(window.invested()).isCloseTo(batch.invested(days), within(1e-9));
            assertThat(window.seen()).isEqualTo(batch.seen(days));
            assertThat(window.newcomers()).isEqualTo(batch.newcomers(days));
            assertThat(window.clients()).isEqualTo(batch.clients());
        }
    }

    /** An action that is applied to the stream and to the reference. */
    interface Step {
        void play(ScoringTopologyDriver stream, ReferenceScores batch);
    }

    static List<Step> history(Random random, int engagements, int identities) {
        var steps = new ArrayList<Step>();
        var sent = new ArrayList<EngagementReceived>();
        for (var i = 0; i < engagements; i++) {
            steps.add(engagement(random, sent, i));
        }
        Collections.shuffle(steps, random);
        var versions = new HashMap<String, Long>();
        for (var i = 0; i < identities; i++) {
            steps.add(random.nextInt(steps.size()), identity(random, versions));
        }
        return steps;
    }

    private static Step engagement(Random random, List<EngagementReceived> sent, int n) {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            var again = sent.get(random.nextInt(sent.size()));
            return receive(again);
        }
        var day = FIRST.plusDays(random.nextInt(120));
        var post = random.nextInt(20) == 0;
        var outbound = post || random.nextInt(3) == 0;
        var plain = detailed(
                random,
                ScoringEventFixtures.engagement(
                        handle(random),
                        "s" + n,
                        day,
                        outbound ? Direction.OUTBOUND : Direction.INBOUND,
                        post ? EngagementKind.POST : KINDS[random.nextInt(outbound ? 5 : KINDS.length)]));
        var engagement = random.nextInt(15) == 0 ? ScoringEventFixtures.bot(plain) : plain;
        engagement = random.nextInt(15) == 0 ? ScoringEventFixtures.paid(engagement) : engagement;
        sent.add(engagement);
        return receive(engagement);
    }

    private static HandleKey handle(Random random) {
        var n = random.nextInt(12);
        return new HandleKey(ScoringEventFixtures.BRAND, n % 4 == 0 ? "search" : "x", "h" + n);
    }

    /** Adds a time of day, a text, a message reference and a value. */
    static EngagementReceived detailed(Random random, EngagementReceived plain) {
        var e = ScoringEventFixtures.at(plain, plain.occurredAt().plusMillis(random.nextInt(40_000_000)));
        e = random.nextInt(3) == 0
                ? ScoringEventFixtures.saying(e, random.nextInt(4) == 0 ? MessageFixtures.GOOD : MessageFixtures.BAD)
                : e;
        e = random.nextInt(3) == 0 ? ScoringEventFixtures.saying(e, "Why is that?") : e;
        e = random.nextInt(3) == 0 ? ScoringEventFixtures.inConversation(e, "c" + random.nextInt(3)) : e;
        e = ScoringEventFixtures.worth(e, ReferenceValueFigures.worth(random, e));
        // The reference keeps one row of an order, so the rows have no texts.
        return e.value() != null && e.value().orderId() != null ? ScoringEventFixtures.withContent(e, null) : e;
    }

    private static Step receive(EngagementReceived engagement) {
        return (stream, batch) -> {
            stream.receive(engagement);
            batch.receive(engagement);
        };
    }

    private static Step identity(Random random, Map<String, Long> versions) {
        if (random.nextInt(4) == 0) {
            var name = "P" + random.nextInt(8);
            var client = random.nextBoolean();
            return (stream, batch) -> {
                var described = ScoringEventFixtures.described(name, client, next(versions, name));
                stream.describe(described);
                batch.describe(described);
            };
        }
        var handle = handle(random);
        var person = "P" + random.nextInt(8);
        var staff = random.nextInt(6) == 0;
        return (stream, batch) -> {
            var assigned = ScoringEventFixtures.assigned(
                    handle, ScoringEventFixtures.person(person), staff, next(versions, handle.key()));
            stream.assign(assigned);
            batch.assign(assigned);
        };
    }

    private static long next(Map<String, Long> versions, String of) {
        return versions.merge(of, 1L, Long::sum);
    }
}
