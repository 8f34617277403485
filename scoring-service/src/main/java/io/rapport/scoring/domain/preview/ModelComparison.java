package io.rapport.scoring.domain.preview;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.brand.PersonContribution;

import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewScore;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What two models make of the same people on the same day. Each person is one; they add up, in any order.
 *
 * @param people how many of them are counted as people of the brand
 * @param before what they are counted as with the one model: a snapshot without a series
 * @param change what is added to the brand's ledger when the other one replaces it
 * @param movers those whose strength moves most, most first, at most {@link #MOVERS}
 */
public record ModelComparison(long people, BrandLedger before, BrandLedger change, List<PreviewMover> movers) {

    /** How many movers are kept. */
    public static final int MOVERS = 20;

    /** Nobody. */
    public static final ModelComparison EMPTY = new ModelComparison(0, BrandLedger.EMPTY, BrandLedger.EMPTY, List.of());

    private static final Comparator<PreviewMover> MOST_FIRST =
            Comparator.comparingDouble(ModelComparison::move).reversed().thenComparing(PreviewMover::person);

    /**
     * Two models, and the day both judge on.
     *
     * @param asOf epoch day
     */
    public record ModelPair(ScoringModel active, ScoringModel other, int asOf) {

        /** What the two make of one person. */
        public ModelComparison compare(UUID person, EngagementLedger ledger, boolean client) {
            var was = RelationshipScore.of(ledger, asOf, client, active);
            if (!was.exists()) {
                return EMPTY;
            }
            var is = RelationshipScore.of(ledger, asOf, client, other);
            var before = PersonContribution.snapshot(ledger, was);
            var change = PersonContribution.seriesChange(ledger, active, ledger, other)
                    .trimmed(asOf)
                    .plus(PersonContribution.snapshot(ledger, is))
                    .minus(before);
            var mover = new PreviewMover(person, score(was), score(is));
            return new ModelComparison(before.people(), before, change, hasMoved(mover) ? List.of(mover) : List.of());
        }

        /**
         * The brand's figures with the active model.
         *
         * @param brand the brand's ledger, which is of the active model
         * @param all everyone's comparison
         */
        public PreviewFigures figuresBefore(BrandLedger brand, ModelComparison all) {
            return figures(brand.series().plus(all.before), active);
        }

        /** The brand's figures with the other model; see {@link #before}. */
        public PreviewFigures figuresAfter(BrandLedger brand, ModelComparison all) {
            return figures(brand.series().plus(all.before).plus(all.change), other);
        }

        private PreviewFigures figures(BrandLedger ledger, ScoringModel model) {
            return new PreviewFigures(ledger.people(), BrandScore.of(ledger, asOf, model));
        }
    }

    /** Both together. */
    public ModelComparison plus(ModelComparison other) {
        return new ModelComparison(
                people + other.people, before.plus(other.before), change.plus(other.change), largestMovers(other.movers));
    }

    private List<PreviewMover> largestMovers(List<PreviewMover> others) {
        if (others.isEmpty()) {
            return movers;
        }
        return Stream.concat(movers.stream(), others.stream())
                .sorted(MOST_FIRST)
                .limit(MOVERS)
                .toList();
    }

    private static PreviewScore score(RelationshipScore score) {
        return new PreviewScore(score.strength(), score.stage());
    }

    private static boolean hasMoved(PreviewMover mover) {
        return move(mover) > 0 || mover.before().stage() != mover.after().stage();
    }

    private static double move(PreviewMover mover) {
        return Math.abs(mover.after().strength() - mover.before().strength());
    }
}
