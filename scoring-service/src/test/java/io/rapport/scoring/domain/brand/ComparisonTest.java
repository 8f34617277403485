package io.rapport.scoring.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.model.DimensionValues;
import io.rapport.scoring.domain.brand.Comparison.Trial;
import io.rapport.scoring.domain.ledger.Entry;
import io.rapport.scoring.domain.ledger.Given;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonTest {

    private static final ScoringModel STANDARD = Given.STANDARD;

    /** Going over to another model and adding a person's difference is the same as having counted with it all along. */
    @Property(tries = 300)
    void aLedgerThatGoesOverToAnotherModelIsWhatItWouldHaveBeen(
            @ForAll("histories") List<Entry> before,
            @ForAll("histories") List<Entry> after,
            @ForAll("caps") int was,
            @ForAll("caps") int is) {
        var old = Given.ledger(before);
        var all = old.plus(Given.ledger(after));
        var first = model(was);
        var then = model(is);

        var gone = PersonFigures.series(old, first).plus(PersonFigures.seriesChange(old, first, all, then));

        assertThat(gone).isEqualTo(PersonFigures.series(all, then));
        assertThat(gone.plus(PersonFigures.seriesChange(all, then, old, first)))
                .isEqualTo(PersonFigures.series(old, first));
    }

    @Property(tries = 200)
    void aPreviewIsWhatTheOtherModelCountsItself(
            @ForAll("histories") List<Entry> ann,
            @ForAll("histories") List<Entry> bob,
            @ForAll("days") int asOf,
            @ForAll("caps") int cap) {
        var people = List.of(Given.ledger(ann), Given.ledger(bob), Ledger.EMPTY);
        var trial = new Trial(STANDARD, model(cap), asOf);
        var sum = Comparison.NOBODY;
        for (var person : people) {
            sum = sum.plus(trial.of(UUID.randomUUID(), person, true));
        }

        assertThat(trial.before(brand(people, STANDARD, asOf), sum).windows())
                .isEqualTo(BrandScore.of(brand(people, STANDARD, asOf), asOf, STANDARD));
        assertThat(trial.after(brand(people, STANDARD, asOf), sum).windows())
                .isEqualTo(BrandScore.of(brand(people, model(cap), asOf), asOf, model(cap)));
    }

    @Property(tries = 100)
    void thoseWhoMoveMostComeFirstHoweverPartsAreAddedUp(
            @ForAll("many") List<List<Entry>> people, @ForAll("days") int asOf) {
        var trial = new Trial(STANDARD, model(1), asOf);
        var forth = Comparison.NOBODY;
        var back = Comparison.NOBODY;
        for (var i = 0; i < people.size(); i++) {
            var one = trial.of(new UUID(0, i), Given.ledger(people.get(i)), false);
            forth = forth.plus(one);
            back = one.plus(back);
        }

        assertThat(forth).isEqualTo(back);
        assertThat(forth.movers()).hasSizeLessThanOrEqualTo(Comparison.MOVERS);
        assertThat(forth.movers())
                .isSortedAccordingTo((a, b) -> Double.compare(
                        Math.abs(b.after().strength() - b.before().strength()),
                        Math.abs(a.after().strength() - a.before().strength())));
    }

    @Provide
    Arbitrary<List<Entry>> histories() {
        return Given.histories();
    }

    @Provide
    Arbitrary<List<List<Entry>>> many() {
        return Given.histories().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Given.days();
    }

    @Provide
    Arbitrary<Integer> caps() {
        return Arbitraries.of(1, 2, 3, 20);
    }

    private static BrandLedger brand(List<Ledger> people, ScoringModel model, int asOf) {
        var brand = BrandLedger.EMPTY;
        for (var person : people) {
            var score = RelationshipScore.of(person, asOf, true, model);
            brand = brand.plus(PersonFigures.series(person, model)).plus(PersonFigures.snapshot(person, score));
        }
        return brand.trimmed(asOf);
    }

    private static ScoringModel model(int cap) {
        return new ScoringModel(
                "other",
                STANDARD.inbound(),
                STANDARD.effort(),
                cap,
                20,
                new DimensionValues(3, 4, 5),
                new DimensionValues(0.1, 0.2, 0.7),
                STANDARD.sentiment(),
                STANDARD.stages(),
                10);
    }
}
