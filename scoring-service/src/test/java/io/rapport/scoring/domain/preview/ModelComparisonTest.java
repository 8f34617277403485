package io.rapport.scoring.domain.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.model.DimensionValues;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelComparisonTest {

    private static final ScoringModel STANDARD = LedgerFixtures.STANDARD;

    /** Adding a person's difference on a model change equals scoring with the new model from the start. */
    @Property(tries = 300)
    void aModelChangeEqualsScoringWithTheNewModelFromTheStart(
            @ForAll("histories") List<LedgerEntry> before,
            @ForAll("histories") List<LedgerEntry> after,
            @ForAll("caps") int initial,
            @ForAll("caps") int is) {
        var old = LedgerFixtures.ledger(before);
        var all = old.plus(LedgerFixtures.ledger(after));
        var first = model(initial);
        var then = model(is);

        var changed =
                PersonContribution.series(old, first).plus(PersonContribution.seriesChange(old, first, all, then));

        assertThat(changed).isEqualTo(PersonContribution.series(all, then));
        assertThat(changed.plus(PersonContribution.seriesChange(all, then, old, first)))
                .isEqualTo(PersonContribution.series(old, first));
    }

    @Property(tries = 200)
    void aPreviewEqualsTheFiguresOfTheOtherModel(
            @ForAll("histories") List<LedgerEntry> ann,
            @ForAll("histories") List<LedgerEntry> bob,
            @ForAll("days") int asOf,
            @ForAll("caps") int cap) {
        var people = List.of(LedgerFixtures.ledger(ann), LedgerFixtures.ledger(bob), EngagementLedger.EMPTY);
        var trial = new ModelPair(STANDARD, model(cap), asOf);
        var sum = ModelComparison.EMPTY;
        for (var person : people) {
            sum = sum.plus(trial.compare(UUID.randomUUID(), person, true));
        }

        assertThat(trial.figuresBefore(brand(people, STANDARD, asOf), sum).windows())
                .isEqualTo(BrandScore.of(brand(people, STANDARD, asOf), asOf, STANDARD));
        assertThat(trial.figuresAfter(brand(people, STANDARD, asOf), sum).windows())
                .isEqualTo(BrandScore.of(brand(people, model(cap), asOf), asOf, model(cap)));
    }

    @Property(tries = 100)
    void theLargestMoversComeFirstInAnyOrderOfAddition(
            @ForAll("many") List<List<LedgerEntry>> people, @ForAll("days") int asOf) {
        var trial = new ModelPair(STANDARD, model(1), asOf);
        var forth = ModelComparison.EMPTY;
        var back = ModelComparison.EMPTY;
        for (var i = 0; i < people.size(); i++) {
            var one = trial.compare(new UUID(0, i), LedgerFixtures.ledger(people.get(i)), false);
            forth = forth.plus(one);
            back = one.plus(back);
        }

        assertThat(forth).isEqualTo(back);
        assertThat(forth.movers()).hasSizeLessThanOrEqualTo(ModelComparison.MAX_MOVERS);
        assertThat(forth.movers())
                .isSortedAccordingTo((a, b) -> Double.compare(
                        Math.abs(b.after().strength() - b.before().strength()),
                        Math.abs(a.after().strength() - a.before().strength())));
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return LedgerFixtures.histories();
    }

    @Provide
    Arbitrary<List<List<LedgerEntry>>> many() {
        return LedgerFixtures.histories().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> days() {
        return LedgerFixtures.days();
    }

    @Provide
    Arbitrary<Integer> caps() {
        return Arbitraries.of(1, 2, 3, 20);
    }

    private static BrandLedger brand(List<EngagementLedger> people, ScoringModel model, int asOf) {
        var brand = BrandLedger.EMPTY;
        for (var person : people) {
            var score = RelationshipScore.of(person, asOf, true, model);
            brand = brand.plus(PersonContribution.series(person, model))
                    .plus(PersonContribution.snapshot(person, score));
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
                10,
                Stage.STRANGER);
    }
}
