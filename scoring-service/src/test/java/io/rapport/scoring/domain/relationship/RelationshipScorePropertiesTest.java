package io.rapport.scoring.domain.relationship;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;
import static io.rapport.scoring.domain.ledger.LedgerFixtures.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class RelationshipScorePropertiesTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Property(tries = 500)
    void equalsTheReferenceImplementation(@ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int asOf) {
        var naive = new ReferenceRelationshipScore(entries, STANDARD);
        var score = score(entries, asOf);

        assertThat(score.dimensions().know()).isCloseTo(naive.know(asOf), EXACT);
        assertThat(score.dimensions().like()).isCloseTo(naive.like(asOf), EXACT);
        assertThat(score.dimensions().trust()).isCloseTo(naive.trust(asOf), EXACT);
        assertThat(score.strength()).isCloseTo(naive.strength(asOf), EXACT);
        assertThat(score.exchange().theyToUs()).isCloseTo(naive.theyToUs(asOf), EXACT);
        assertThat(score.exchange().usToThem()).isCloseTo(naive.usToThem(asOf), EXACT);
        assertThat(score.exchange().reciprocity()).isCloseTo(naive.reciprocity(asOf), EXACT);
        assertThat(score.contact().warmth()).isCloseTo(naive.warmth(asOf), EXACT);
        assertThat(score.captive()).isEqualTo(naive.captive(asOf));
        for (var window : score.breakdown().windows()) {
            double returned = 0;
            double invested = 0;
            for (int day = asOf - window.window() + 1; day <= asOf; day++) {
                returned += naive.returned(day);
                invested += naive.invested(day);
            }
            assertThat(window.returned()).isCloseTo(returned, EXACT);
            assertThat(window.invested()).isCloseTo(invested, EXACT);
        }
    }

    @Property(tries = 200)
    void onePassOverSeveralDaysScoresEachAsIfAlone(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int first, @ForAll("days") int second) {
        var days = new int[] {Math.min(first, second), Math.max(first, second), Math.max(first, second) + 300};
        var scores = new RelationshipCalculator(ledger(entries), true, STANDARD);

        for (var day : days) {
            assertThat(scores.score(day)).isEqualTo(RelationshipScore.of(ledger(entries), day, true, STANDARD));
        }
        assertThatThrownBy(() -> scores.score(days[2] - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void stageEqualsTheOneEvaluatedDayByDay(@ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int asOf) {
        var naive = new ReferenceRelationshipScore(entries, STANDARD);
        var score = score(entries, asOf);

        assertThat(score.stage()).isEqualTo(naive.stage(asOf));
        assertThat(score.stageSince().toEpochDay()).isEqualTo(naive.known(asOf) ? naive.stageSince(asOf) : asOf);
        for (int day = asOf - 90; day <= asOf; day += 15) {
            assertThat(score.stages().stageOn(day)).isEqualTo(naive.known(day) ? naive.stage(day) : null);
        }
    }

    @Property
    void contributionsAddUp(@ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int asOf) {
        var score = score(entries, asOf);
        var words = score.breakdown().sentiment();

        assertThat(sum(score, Contribution::know)).isCloseTo(score.dimensions().know(), EXACT);
        assertThat(sum(score, Contribution::like) + words.like())
                .isCloseTo(score.dimensions().like(), EXACT);
        assertThat(sum(score, Contribution::trust)).isCloseTo(score.dimensions().trust(), EXACT);
        assertThat(sum(score, Contribution::strength) + words.strength()).isCloseTo(score.strength(), EXACT);
        assertThat(score.breakdown().contributions().stream()
                        .mapToLong(Contribution::count)
                        .sum())
                .isEqualTo(entries.stream().filter(entry -> entry.day() <= asOf).count());
    }

    @Property
    void strengthDoesNotDependOnTheCalendar(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll("days") int asOf,
            @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        var shifted = entries.stream()
                .map(entry -> LedgerFixtures.onDay(entry, entry.day() + shift))
                .toList();

        assertThat(score(shifted, asOf + shift).strength())
                .isEqualTo(score(entries, asOf).strength());
    }

    @Property
    void moreOfAPositiveKindNeverLowersStrength(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll("days") int asOf,
            @ForAll("positiveKinds") EngagementKind kind,
            @ForAll("days") int day) {
        var before = ledger(entries);
        var after = before.plus(LedgerFixtures.inbound(day, kind));

        assertThat(strength(after, asOf)).isGreaterThanOrEqualTo(strength(before, asOf) - 1e-9);
    }

    @Property
    void inactivityRaisesNoDimensionAndKeepsTheHistory(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll @IntRange(min = 0, max = 400) int silence) {
        var last = entries.stream().mapToInt(LedgerEntry::day).max().orElse(LedgerFixtures.START);
        var then = score(entries, last);
        var later = score(entries, last + silence);

        assertThat(later.strength()).isLessThanOrEqualTo(then.strength());
        assertThat(later.contact().warmth()).isLessThanOrEqualTo(then.contact().warmth());
        assertThat(later.stage()).isLessThanOrEqualTo(then.stage());
        assertThat(later.contact().firstSeen()).isEqualTo(then.contact().firstSeen());
        assertThat(later.contact().lastSeen()).isEqualTo(then.contact().lastSeen());
        if (!entries.isEmpty()) {
            assertThat(later.stages().stageOn(last)).isEqualTo(then.stage());
            assertThat(later.stage() != then.stage() || later.stageSince().equals(then.stageSince()))
                    .as("who stays at a stage keeps the time there")
                    .isTrue();
        }
    }

    @Property
    void staysWithinTheDocumentedRanges(@ForAll("histories") List<LedgerEntry> entries, @ForAll("days") int asOf) {
        var score = score(entries, asOf);

        assertThat(List.of(
                        score.dimensions().know(),
                        score.dimensions().like(),
                        score.dimensions().trust(),
                        score.strength(),
                        score.contact().warmth()))
                .allSatisfy(points -> assertThat(points).isBetween(0.0, 100.0));
        assertThat(score.exchange().reciprocity()).isBetween(0.0, 1.0);
        assertThat(score.exchange().theyToUs()).isNotNegative();
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }

    @Provide
    Arbitrary<Integer> days() {
        return LedgerFixtures.days();
    }

    @Provide
    Arbitrary<EngagementKind> positiveKinds() {
        return Arbitraries.of(STANDARD.inbound().keySet()).filter(kind -> kind != EngagementKind.UNFOLLOW);
    }

    private static double sum(RelationshipScore score, ToDoubleFunction<Contribution> points) {
        return score.breakdown().contributions().stream().mapToDouble(points).sum();
    }

    private static RelationshipScore score(List<LedgerEntry> entries, int asOf) {
        return RelationshipScore.of(ledger(entries), asOf, false, STANDARD);
    }

    private static double strength(EngagementLedger ledger, int asOf) {
        return RelationshipScore.of(ledger, asOf, false, STANDARD).strength();
    }
}
