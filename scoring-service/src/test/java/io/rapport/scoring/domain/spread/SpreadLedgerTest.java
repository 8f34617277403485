package io.rapport.scoring.domain.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.MessageTone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpreadLedgerTest {

    private static final int DAY = 20_000;
    /** Stored form of version 1, which must stay readable. Do not change. */
    private static final String VERSION_1 = "01038280f104020206020200018e81f104020000";

    @Property(tries = 200)
    void isACommutativeGroup(@ForAll("parents") List<ParentMessage> parents) {
        var backwards = new ArrayList<>(parents);
        Collections.reverse(backwards);
        var sum = sum(parents);

        assertThat(sum(backwards)).isEqualTo(sum);
        var inPlace = new SpreadLedger.Sum();
        parents.forEach(inPlace::add);
        assertThat(inPlace.ledger()).isEqualTo(sum);
        var rest = sum;
        for (var parent : parents) {
            rest = rest.minus(SpreadLedger.of(parent));
        }
        assertThat(rest.isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void roundTripsThroughBytesAndIsTheSumOfItsDays(@ForAll("parents") List<ParentMessage> parents) {
        var sum = sum(parents);
        assertThat(SpreadLedger.CODEC.decode(SpreadLedger.CODEC.encode(sum))).isEqualTo(sum);
        var days = SpreadLedger.EMPTY;
        for (var day : sum.days()) {
            days = days.plus(sum.ofDay(day));
        }
        assertThat(days).isEqualTo(sum);
    }

    @Test
    void readsAndWritesVersion1() {
        var ledger =
                SpreadLedger.of(new ParentMessage(DAY, MessageTone.NEGATIVE, true, 3, 60_000, ParentMessage.NEVER));
        assertThat(HexFormat.of().formatHex(SpreadLedger.CODEC.encode(ledger))).isEqualTo(VERSION_1);
        assertThat(SpreadLedger.CODEC.decode(HexFormat.of().parseHex(VERSION_1)))
                .isEqualTo(ledger);
    }

    @Test
    void rejectsOtherVersions() {
        assertThatThrownBy(() -> SpreadLedger.CODEC.decode(new byte[] {2, 0, 0, 0, 0, 0}))
                .hasMessageContaining("spread ledger has version 2");
    }

    @Test
    void aMedianHasAnErrorOfAtMostThreePerCent() {
        for (long millis = 1000; millis <= 172_800_000L; millis += 1 + millis / 50) {
            var histogram = new DurationHistogram();
            histogram.add(DurationHistogram.classOf(millis), 7);
            assertThat(histogram.median()).isCloseTo(millis / 1000.0, within(0.03 * millis / 1000.0));
        }
    }

    @Test
    void aMedianIsTheMeanOfTheTwoMiddleValuesAndNullIfEmpty() {
        var histogram = new DurationHistogram();
        assertThat(histogram.median()).isNull();
        histogram.add(DurationHistogram.classOf(10), 1);
        histogram.add(DurationHistogram.classOf(100_000), 1);
        assertThat(histogram.median()).isCloseTo(50, within(1.5));
    }

    @Test
    void figuresCountClosedParentsOnly() {
        var ledger = sum(List.of(
                parent(DAY - 2, 2, 1000),
                parent(DAY - 1, 50, 1000),
                parent(DAY - 6, 4, 1000),
                parent(DAY - 7, 9, 1000)));
        for (int n = 0; n < 3; n++) {
            ledger = ledger.plus(SpreadLedger.of(parent(DAY - 3, 0, ParentMessage.NEVER)));
        }
        var week = BrandSpread.of(BrandLedger.EMPTY, ledger, DAY).get(0).negative();
        assertThat(week.reproduction().parents()).isEqualTo(5);
        assertThat(week.reproduction().children()).isEqualTo(6);
        assertThat(week.reproduction().value()).isEqualTo(1.2);
        assertThat(week.reproduction().low()).isLessThan(1.2);
        assertThat(week.reproduction().high()).isGreaterThan(1.2);
        assertThat(week.secondsToFirst()).isCloseTo(1, within(0.03));
        assertThat(week.secondsToFifth()).isNull();
    }

    @Test
    void needsFiveParentsAndHalfOfThemFullyKnown() {
        var four = sum(Collections.nCopies(4, parent(DAY - 3, 1, 5)));
        assertThat(negative(four).measurable()).isFalse();
        assertThat(negative(four).value()).isNull();
        assertThat(negative(four.plus(SpreadLedger.of(root()))).measurable()).isTrue();
        var half = four.plus(sum(Collections.nCopies(4, root())));
        assertThat(negative(half).measurable()).isTrue();
        assertThat(negative(half.plus(SpreadLedger.of(root()))).measurable()).isFalse();
    }

    @Test
    void trimmingDropsDaysThatNoFigureReads() {
        var ledger = sum(List.of(parent(DAY - 92, 1, 5), parent(DAY - 93, 1, 5)));
        assertThat(ledger.trimmed(DAY).days()).containsExactly(DAY - 92);
        assertThat(BrandSpread.of(BrandLedger.EMPTY, ledger.trimmed(DAY), DAY))
                .isEqualTo(BrandSpread.of(BrandLedger.EMPTY, ledger, DAY));
    }

    private static io.rapport.contracts.sentiment.ReproductionNumber negative(SpreadLedger ledger) {
        return BrandSpread.of(BrandLedger.EMPTY, ledger, DAY).get(1).negative().reproduction();
    }

    private static ParentMessage parent(int day, long children, long toFirst) {
        return new ParentMessage(day, MessageTone.NEGATIVE, false, children, toFirst, ParentMessage.NEVER);
    }

    private static ParentMessage root() {
        return new ParentMessage(DAY - 3, MessageTone.NEGATIVE, true, 0, ParentMessage.NEVER, ParentMessage.NEVER);
    }

    private static SpreadLedger sum(List<ParentMessage> parents) {
        var sum = SpreadLedger.EMPTY;
        for (var parent : parents) {
            sum = sum.plus(SpreadLedger.of(parent));
        }
        return sum;
    }

    @Provide
    Arbitrary<List<ParentMessage>> parents() {
        return Combinators.combine(
                        Arbitraries.integers().between(DAY, DAY + 5),
                        Arbitraries.of(MessageTone.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 10),
                        Arbitraries.longs().between(-1, ParentMessage.CHILDREN_WITHIN),
                        Arbitraries.longs().between(-1, ParentMessage.CHILDREN_WITHIN))
                .as(ParentMessage::new)
                .list()
                .ofMaxSize(30);
    }
}
