package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ModelFixtures.STRICT;
import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTopologyTest {

    private static final String STANDARD = "standard-1";
    /** More people than are rescored per tick. */
    private static final int MANY = 1100;

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void activationRescoresEveryPersonWithItsReason() {
        someoneComments();
        var before = stream.person("Ada");
        assertThat(before.modelVersion()).isEqualTo(STANDARD);

        stream.publish(STRICT).activate("strict-1").settle();

        var after = stream.person("Ada");
        assertThat(after.modelVersion()).isEqualTo("strict-1");
        assertThat(after.reason()).isEqualTo(ChangeReason.MODEL_CHANGED);
        assertThat(after.sequence()).isGreaterThan(before.sequence());
        assertThat(after.strength()).isNotEqualTo(before.strength());
        assertThat(after.asOf()).isEqualTo(before.asOf());
        assertThat(stream.brand().modelVersion()).isEqualTo("strict-1");
        assertThat(stream.brand().reason()).isEqualTo(ChangeReason.MODEL_CHANGED);
        assertThat(stream.brand().windows().get(0).returned()).isEqualTo(2 * 7);
        assertThat(rescored().get(rescored().size() - 1))
                .isEqualTo(new ModelRescored(
                        "agency", "brand", "strict-1", 1, 1, true, rescored().size()));
    }

    @Test
    void newBrandIsScoredWithTheModelOfItsRegistration() {
        stream.register(newBrand(1))
                .assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.COMMENT))
                .settle();

        assertThat(stream.person("Ada").modelVersion()).isEqualTo("standard-2");
        assertThat(stream.brand().modelVersion()).isEqualTo("standard-2");
        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada"))
                .extracting(RelationshipScoreChanged::reason)
                .doesNotContain(ChangeReason.MODEL_CHANGED);
        assertThat(rescored()).allMatch(ModelRescored::done);
    }

    @Test
    void laterRegistrationsAndReplaysKeepTheActiveModel() {
        stream.publish(STRICT).activate("strict-1").register(newBrand(1));
        someone();
        assertThat(stream.person("Ada").modelVersion()).isEqualTo("strict-1");

        stream.register(newBrand(2)).settle();
        assertThat(stream.person("Ada").modelVersion()).isEqualTo("strict-1");
        assertThat(stream.published(Topic.MODEL_ACTIVATED)).isEmpty();
    }

    /** A registration is processed without knowing an activation that was published just before. */
    @Test
    void initialModelThatArrivesLateDoesNotReplaceAnActivation() {
        stream.publish(STRICT).register(newBrand(1)).activate("strict-1");
        var initial = stream.published(Topic.MODEL_ACTIVATED).get(0);
        stream.put(Topic.MODEL_ACTIVATED, initial.key(), initial.value());
        someone();

        assertThat(stream.person("Ada").modelVersion()).isEqualTo("strict-1");
    }

    @Test
    void brandOfAnEarlierVersionKeepsItsModelWhenItsRegistrationChanges() {
        someoneComments();
        stream.register(newBrand(2)).settle();

        assertThat(stream.person("Ada").modelVersion()).isEqualTo(STANDARD);
    }

    private static BrandRegistered newBrand(long version) {
        return BrandRegisteredBuilder.builder(registered(BrandClock.EVENT))
                .model("standard-2")
                .version(version)
                .build();
    }

    private void someone() {
        stream.assign(assigned("ada", "Ada", 1))
                .receive(inbound("ada", "1", "2026-03-01", EngagementKind.COMMENT))
                .settle();
    }

    @Test
    void theSecondStandardModelIsActivatedWithoutPublishingIt() {
        someoneComments();
        var before = stream.person("Ada");

        stream.activate("standard-2").settle();

        var after = stream.person("Ada");
        assertThat(after.modelVersion()).isEqualTo("standard-2");
        assertThat(after.strength()).isPositive().isLessThan(before.strength());
    }

    @Test
    void earlierStatesKeepTheirModelVersion() {
        someoneComments();
        stream.publish(STRICT).activate("strict-1").settle();

        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada"))
                .extracting(RelationshipScoreChanged::modelVersion)
                .startsWith(STANDARD)
                .endsWith("strict-1");
    }

    @Test
    void activationWaitsForItsModel() {
        someoneComments();

        stream.activate("strict-1").settle();
        assertThat(stream.person("Ada").modelVersion()).isEqualTo(STANDARD);
        assertThat(rescored()).last().extracting(ModelRescored::done).isEqualTo(false);

        stream.publish(STRICT).settle();
        assertThat(stream.person("Ada").modelVersion()).isEqualTo("strict-1");
    }

    @Test
    void firstOfTwoModelsWithOneKeyCounts() {
        someoneComments();

        stream.publish(STRICT)
                .publish(ModelFixtures.strict("strict-1", 20))
                .activate("strict-1")
                .settle();

        assertThat(stream.brand().windows().get(0).returned()).isEqualTo(2 * 7);
    }

    @Test
    void eventDuringAWalkScoresWithTheNewModelAndFiguresNeverMix() {
        many();
        stream.publish(STRICT).activate("strict-1").pass(Duration.ofMillis(100));
        var last = "P" + lastOfMany();
        assertThat(stream.person(last).modelVersion()).isEqualTo(STANDARD);

        stream.receive(inbound("h" + lastOfMany(), "next", "2026-01-10", EngagementKind.REVIEW));
        stream.pass(Duration.ofMillis(100));
        assertThat(stream.states(Topic.RELATIONSHIP_CHANGES, last)).last().satisfies(state -> {
            assertThat(state.modelVersion()).isEqualTo("strict-1");
            assertThat(state.reason()).isEqualTo(ChangeReason.ENGAGEMENT);
        });
        assertThat(stream.brand().modelVersion()).isEqualTo(STANDARD);

        stream.settle();
        assertThat(stream.people.values())
                .extracting(RelationshipScoreChanged::modelVersion)
                .containsOnly("strict-1");
        assertThat(stream.told(Topic.BRAND_CURRENT, BrandScoreChanged.class))
                .filteredOn(state -> state.people() == MANY)
                .allSatisfy(state -> assertThat(state.windows().get(0).returned())
                        .isEqualTo(state.modelVersion().equals(STANDARD) ? MANY : 7.0 * MANY + 4));
        assertThat(stream.brand().windows().get(0).returned()).isEqualTo(7 * MANY + 4);
    }

    @Test
    void publishesTheProgressOfRescoring() {
        many();
        stream.publish(STRICT).activate("strict-1").settle();

        assertThat(rescored()).extracting(ModelRescored::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(rescored()).first().satisfies(first -> {
            assertThat(first.done()).isFalse();
            assertThat(first.rescored()).isLessThan(MANY);
        });
        assertThat(rescored()).last().satisfies(last -> {
            assertThat(last.done()).isTrue();
            assertThat(last.rescored()).isEqualTo(MANY).isEqualTo(last.people());
        });
    }

    @Test
    void walkResumesAfterARestart() {
        many();
        stream.publish(STRICT).activate("strict-1").pass(Duration.ofMillis(100));
        var reached = stream.published(Topic.RELATIONSHIP_CHANGES).size() - MANY;
        assertThat(reached).isBetween(1, MANY - 1);

        try (var again = stream.restarted()) {
            again.settle();

            assertThat(again.published(Topic.RELATIONSHIP_CHANGES)).hasSize(MANY - reached);
            assertThat(again.brand().modelVersion()).isEqualTo("strict-1");
            assertThat(again.brand().windows().get(0).returned()).isEqualTo(7 * MANY);
            assertThat(again.told(Topic.MODEL_RESCORED, ModelRescored.class))
                    .last()
                    .extracting(ModelRescored::done)
                    .isEqualTo(true);
        }
    }

    @Test
    void brandWithoutPeopleUsesTheActivatedModel() {
        stream.register(registered(BrandClock.LIVE)).settle();

        stream.publish(STRICT).activate("strict-1").settle();

        assertThat(stream.brand().modelVersion()).isEqualTo("strict-1");
        assertThat(rescored()).last().extracting(ModelRescored::done).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void anActivatedModelScoresAsIfItHadBeenThereFromTheStart(long seed) {
        try (var other = new ScoringTopologyDriver()) {
            other.publish(STRICT).activate("strict-1");
            play(other, seed, List.of());
            play(stream, seed, List.of("strict-1"));

            assertSame(stream, other);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void activatingBackRestores(long seed) {
        try (var other = new ScoringTopologyDriver()) {
            play(other, seed, List.of());
            play(stream, seed, List.of("strict-1", "mild-1", STANDARD));

            assertSame(stream, other);
        }
    }

    @Test
    void previewEqualsTheResultOfTheActivation() {
        play(stream, 31, List.of());
        var scored = stream.published(Topic.RELATIONSHIP_CURRENT).size();
        var day = stream.brand().asOf().toString();
        var before = stream.people.values().stream()
                .filter(java.util.Objects::nonNull)
                .collect(java.util.stream.Collectors.toMap(RelationshipScoreChanged::person, person -> person));

        stream.publish(STRICT).preview("strict-1", STANDARD, day).settle();

        var preview = previews().get(previews().size() - 1);
        assertThat(preview.status()).isEqualTo(PreviewStatus.DONE);
        assertThat(stream.published(Topic.RELATIONSHIP_CURRENT)).hasSize(scored);
        assertThat(preview.before().windows()).isEqualTo(stream.brand().windows());
        assertThat(preview.before().people()).isEqualTo(stream.brand().people()).isEqualTo(preview.compared());

        stream.activate("strict-1").settle();

        assertThat(preview.after().windows()).isEqualTo(stream.brand().windows());
        assertThat(preview.after().people()).isEqualTo(stream.brand().people());
        assertThat(preview.movers()).isNotEmpty().allSatisfy(mover -> {
            var after = stream.people.get(
                    ScoringEventFixtures.BRAND.key(mover.person().toString()));
            assertThat(mover.before().strength())
                    .isEqualTo(before.get(mover.person()).strength());
            assertThat(mover.after().strength()).isEqualTo(after.strength());
            assertThat(mover.after().stage()).isEqualTo(after.stage());
        });
    }

    @Test
    void previewListsTheLargestMovers() {
        many();
        stream.receive(inbound("h250", "more", "2026-01-10", EngagementKind.REVIEW))
                .settle();

        stream.publish(STRICT).preview("strict-1", STANDARD, "2026-01-10").settle();

        var done = previews().get(previews().size() - 1);
        assertThat(done.compared()).isEqualTo(MANY);
        assertThat(done.movers()).hasSize(20);
        assertThat(done.movers().get(0).person()).isEqualTo(ScoringEventFixtures.person("P250"));
        assertThat(done.movers())
                .isSortedAccordingTo((a, b) -> Double.compare(
                        Math.abs(b.after().strength() - b.before().strength()),
                        Math.abs(a.after().strength() - a.before().strength())));
    }

    @Test
    void previewIsRunningUntilItsModelIsRead() {
        someoneComments();

        stream.preview("strict-1", STANDARD, "2026-01-10").settle();
        assertThat(previews()).singleElement().satisfies(only -> {
            assertThat(only.status()).isEqualTo(PreviewStatus.RUNNING);
            assertThat(only.compared()).isZero();
            assertThat(only.after()).isNull();
        });

        stream.publish(STRICT).settle();
        assertThat(previews()).last().satisfies(last -> {
            assertThat(last.status()).isEqualTo(PreviewStatus.DONE);
            assertThat(last.compared()).isEqualTo(1);
        });
    }

    @Test
    void newerRequestReplacesAnOlderOne() {
        many();
        stream.publish(STRICT).publish(ModelFixtures.strict("mild-1", 20));
        stream.preview("strict-1", STANDARD, "2026-01-10").pass(Duration.ofMillis(200));
        stream.preview("mild-1", STANDARD, "2026-01-10").settle();

        assertThat(previews()).last().satisfies(last -> {
            assertThat(last.version()).isEqualTo("mild-1");
            assertThat(last.status()).isEqualTo(PreviewStatus.DONE);
        });
        assertThat(previews()).extracting(PreviewComputed::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(previews())
                .filteredOn(preview -> preview.version().equals("strict-1"))
                .noneMatch(preview -> preview.status() == PreviewStatus.DONE);
    }

    @Test
    void previewIsOutdatedAfterAnActivation() {
        many();
        stream.publish(STRICT).activate("strict-1").settle();

        stream.preview("strict-1", STANDARD, "2026-01-10").settle();

        assertThat(previews()).last().extracting(PreviewComputed::status).isEqualTo(PreviewStatus.OUTDATED);
    }

    @Test
    void previewWaitsUntilPeopleAreScoredByTheActiveModel() {
        many();
        stream.publish(STRICT).publish(ModelFixtures.strict("mild-1", 20));

        // The topics of requests and of activations are read independently.
        stream.preview("mild-1", "strict-1", "2026-01-10").pass(Duration.ofSeconds(3));
        stream.activate("strict-1").settle();

        assertThat(previews())
                .extracting(PreviewComputed::status)
                .doesNotContain(PreviewStatus.OUTDATED)
                .last()
                .isEqualTo(PreviewStatus.DONE);
    }

    private void someoneComments() {
        stream.register(registered(BrandClock.EVENT));
        stream.assign(assigned("ada", "Ada", 1));
        for (var i = 0; i < 5; i++) {
            stream.receive(inbound("ada", "s" + i, "2026-01-10", EngagementKind.COMMENT));
        }
        stream.settle();
    }

    private void many() {
        stream.register(registered(BrandClock.EVENT));
        for (var i = 0; i < MANY; i++) {
            stream.assign(assigned("h" + i, "P" + i, 1))
                    .receive(inbound("h" + i, "s" + i, "2026-01-10", EngagementKind.COMMENT));
        }
        stream.settle();
    }

    /** The person that a walk reaches last. */
    private static int lastOfMany() {
        var last = 0;
        for (var i = 1; i < MANY; i++) {
            if (ScoringEventFixtures.personKey("P" + i).compareTo(ScoringEventFixtures.personKey("P" + last)) > 0) {
                last = i;
            }
        }
        return last;
    }

    /** A history with merges, splits, late events, new days and activations. */
    private static void play(ScoringTopologyDriver stream, long seed, List<String> models) {
        var random = new Random(seed);
        stream.publish(ModelFixtures.strict("mild-1", 20)).publish(STRICT);
        stream.register(registered(BrandClock.EVENT));
        var batch = new ReferenceScores();
        var steps = RandomHistoryTest.history(random, 250, 60);
        var left = new ArrayList<>(models);
        for (var i = 0; i < steps.size(); i++) {
            steps.get(i).play(stream, batch);
            if (i % 11 == 0) {
                stream.pass(Duration.ofMillis(100));
            }
            if (!left.isEmpty() && i * (models.size() + 1) / steps.size() > models.size() - left.size()) {
                stream.activate(left.remove(0));
            }
        }
        left.forEach(stream::activate);
        stream.settle().settle();
    }

    private static void assertSame(ScoringTopologyDriver one, ScoringTopologyDriver other) {
        assertThat(one.people.keySet()).containsAll(other.people.keySet());
        one.people.forEach((key, state) -> {
            var expected = other.people.get(key);
            if (state == null || expected == null) {
                assertThat(state).isEqualTo(expected);
                return;
            }
            assertThat(state.modelVersion()).isEqualTo(expected.modelVersion());
            assertThat(state.strength()).isCloseTo(expected.strength(), within(1e-9));
            assertThat(state.stage()).isEqualTo(expected.stage());
            assertThat(state.stageSince()).isEqualTo(expected.stageSince());
            assertThat(state.windows()).isEqualTo(expected.windows());
            assertThat(state.contributions()).isEqualTo(expected.contributions());
        });
        assertThat(one.brand().modelVersion()).isEqualTo(other.brand().modelVersion());
        assertThat(one.brand().people()).isEqualTo(other.brand().people());
        assertThat(one.brand().windows()).isEqualTo(other.brand().windows());
        assertThat(one.brand().accounts()).isEqualTo(other.brand().accounts());
    }

    private List<ModelRescored> rescored() {
        return stream.told(Topic.MODEL_RESCORED, ModelRescored.class);
    }

    private List<PreviewComputed> previews() {
        return stream.told(Topic.PREVIEW_COMPUTED, PreviewComputed.class);
    }
}
