package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.MessageRef;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.sentiment.PolaritySpread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the published spread of random messages, shares, corrections, duplicates and assignments, in any order, with a
 * reference calculation.
 */
class RandomSpreadTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 15;
    private static final int HANDLES = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsWhereABatchOverAllEventsEnds(long seed) {
        var random = new Random(seed);
        var batch = new ReferenceSpread();
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(ScoringEventFixtures.registered(BrandClock.EVENT));
            for (var step : history(random)) {
                step.play(stream, batch);
                if (random.nextInt(10) == 0) {
                    stream.pass(Duration.ofMillis(random.nextInt(8) * 100L));
                }
            }
            stream.settle().settle();

            assertThat(Stream.of(1, -1).flatMap(tone -> batch.parents(30, tone).stream()))
                    .anySatisfy(e -> assertThat(batch.secondsToChildren(e)).isNotEmpty());
            var spread = stream.spread();
            assertThat(spread.asOf()).isEqualTo(batch.day());
            for (var window : spread.windows()) {
                assertPolarity(window.positive(), batch, window.window(), 1);
                assertPolarity(window.negative(), batch, window.window(), -1);
                assertMeans(window.mean(), window.polarisation(), batch.means(window.window()));
            }
        }
    }

    private static void assertPolarity(PolaritySpread spread, ReferenceSpread batch, int window, int tone) {
        assertThat(List.of(spread.carriers(), spread.voices(), spread.reach()))
                .isEqualTo(
                        List.of(batch.carriers(window, tone), batch.voices(window, tone), batch.reach(window, tone)));
        var parents = batch.parents(window, tone);
        var children = parents.stream().map(batch::secondsToChildren).toList();
        var r = spread.reproduction();
        assertThat(r.parents()).isEqualTo(parents.size());
        assertThat(r.children())
                .isEqualTo(children.stream().mapToInt(List::size).sum());
        var rootOnly = parents.stream().filter(ReferenceSpread::isRootOnly).count();
        assertThat(r.measurable()).isEqualTo(parents.size() >= 5 && rootOnly <= parents.size() / 2.0);
        assertMedian(spread.secondsToFirst(), children, 1);
        assertMedian(spread.secondsToFifth(), children, 5);
    }

    private static void assertMedian(Double shown, List<List<Double>> children, int rank) {
        var times = children.stream()
                .filter(each -> each.size() >= rank)
                .map(each -> each.get(rank - 1))
                .sorted()
                .toList();
        if (times.isEmpty()) {
            assertThat(shown).isNull();
            return;
        }
        var exact = (times.get((times.size() - 1) / 2) + times.get(times.size() / 2)) / 2;
        assertThat(shown).isCloseTo(exact, within(0.03 * exact + 1));
    }

    private static void assertMeans(Double mean, Double deviation, List<Double> means) {
        if (means.isEmpty()) {
            assertThat(mean).isNull();
            assertThat(deviation).isNull();
            return;
        }
        var exact = means.stream().mapToDouble(m -> m).average().orElseThrow();
        var square = means.stream().mapToDouble(m -> (m - exact) * (m - exact)).average();
        assertThat(mean).isCloseTo(exact, within(2e-5));
        assertThat(deviation).isCloseTo(Math.sqrt(square.orElseThrow()), within(1e-4));
    }

    /** An action that is applied to the stream and to the reference. */
    private interface Step {
        void play(ScoringTopologyDriver stream, ReferenceSpread batch);
    }

    private static List<Step> history(Random random) {
        var steps = new ArrayList<Step>();
        var sent = new ArrayList<EngagementReceived>();
        for (var i = 0; i < 180; i++) {
            var engagement = sent.isEmpty() || random.nextInt(8) > 0 ? engagement(random, i) : pick(random, sent);
            sent.add(engagement);
            steps.add((stream, batch) -> {
                stream.receive(engagement);
                batch.receive(engagement);
            });
        }
        for (var i = 0; i < 25; i++) {
            var corrected =
                    MessageFixtures.corrected(pick(random, sent), random.nextInt(5) / 2.0 - 1, 1 + random.nextInt(3));
            steps.add((stream, batch) -> {
                // The first correction of a version wins; the publisher never sends a second one.
                if (batch.isNews(corrected)) {
                    stream.correct(corrected);
                    batch.correct(corrected);
                }
            });
        }
        Collections.shuffle(steps, random);
        var versions = new HashMap<String, Long>();
        for (var i = 0; i < 40; i++) {
            steps.add(random.nextInt(steps.size()), identity(random, versions));
        }
        return steps;
    }

    private static EngagementReceived pick(Random random, List<EngagementReceived> sent) {
        return sent.get(random.nextInt(sent.size()));
    }

    private static EngagementReceived engagement(Random random, int n) {
        var at = FIRST.plusSeconds(random.nextInt(DAYS * 86_400));
        var parent = "m" + random.nextInt(random.nextBoolean() ? 6 : 30);
        var id = random.nextInt(6) == 0 ? "twin" + n : "m" + n;
        var text = List.of(MessageFixtures.GOOD, MessageFixtures.BAD, MessageFixtures.NEITHER)
                        .get(random.nextInt(3)) + " " + n;
        var ref =
                switch (random.nextInt(6)) {
                    case 0 -> new MessageRef(id, null, null, null, null, null);
                    case 1, 2 -> new MessageRef(id, parent, null, null, null, ParentSource.OBSERVED);
                    case 3 -> new MessageRef(id, null, null, parent, null, null);
                    default -> new MessageRef(id, null, parent, null, null, known(random));
                };
        var isBare = ref.shareOf() != null && random.nextInt(3) > 0;
        var handle = "h" + random.nextInt(HANDLES);
        var message = MessageFixtures.message(handle, at, isBare ? null : text, ref);
        // Another engagement that claims an existing message.
        message = random.nextInt(10) == 0 && !isBare
                ? MessageFixtures.bringing(message, "m" + random.nextInt(20))
                : message;
        message = random.nextInt(20) == 0 ? ScoringEventFixtures.bot(message) : message;
        return random.nextBoolean() && !message.actor().isBot()
                ? MessageFixtures.followedBy(message, random.nextInt(1000))
                : message;
    }

    private static ParentSource known(Random random) {
        return random.nextInt(4) == 0 ? ParentSource.ROOT_ONLY : ParentSource.OBSERVED;
    }

    private static Step identity(Random random, Map<String, Long> versions) {
        var handle = "h" + random.nextInt(HANDLES);
        var person = "P" + random.nextInt(6);
        var staff = random.nextInt(5) == 0;
        return (stream, batch) -> {
            var assigned = ScoringEventFixtures.staff(handle, person, staff, versions.merge(handle, 1L, Long::sum));
            stream.assign(assigned);
            batch.assign(assigned);
        };
    }
}
