package io.rapport.scoring.domain.preview;

import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewScore;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandScore;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Comparison of two models over the same people on the same day. Comparisons of single people add up, in any order.
 *
 * @param people number of people with a relationship to the brand
 * @param before their snapshot with the active model
 * @param change difference of the brand's ledger when the other model replaces the active one
 * @param movers people whose strength moves most, in descending order, at most {@link #MAX_MOVERS}
 */
public record ModelComparison(long people, BrandLedger before, BrandLedger change, List<PreviewMover> movers) {

    /** Maximum number of movers. */
    public static final int MAX_MOVERS = 20;

    /** The comparison over no people. */
    public static final ModelComparison EMPTY = new ModelComparison(0, BrandLedger.EMPTY, BrandLedger.EMPTY, List.of());

    private static final Comparator<PreviewMover> LARGEST_FIRST =
            Comparator.comparingDouble(ModelComparison::move).reversed().thenComparing(PreviewMover::person);

    /**
     * The models to compare, and the day of the scores.
     *
     * @param asOf epoch day
     */
    public record ModelPair(ScoringModel active, ScoringModel other, int asOf) {

        /** Compares the models for one person. */
        public ModelComparison compare(UUID person, EngagementLedger ledger, boolean client) {
            var activeScore = RelationshipScore.of(ledger, asOf, client, active);
            if (!activeScore.exists()) {
                return EMPTY;
            }
            var otherScore = RelationshipScore.of(ledger, asOf, client, other);
            var before = PersonContribution.snapshot(ledger, activeScore);
            var change = PersonContribution.seriesChange(ledger, active, ledger, other)
                    .trimmed(asOf)
                    .plus(PersonContribution.snapshot(ledger, otherScore))
                    .minus(before);
            var mover = new PreviewMover(person, score(activeScore), score(otherScore));
            return new ModelComparison(before.people(), before, change, hasMoved(mover) ? List.of(mover) : List.of());
        }

        /**
         * Computes the brand's figures with the active model.
         *
         * @param brand the brand's ledger, computed with the active model
         * @param all the sum of the comparisons of all people
         */
        public PreviewFigures figuresBefore(BrandLedger brand, ModelComparison all) {
            return figures(brand.series().plus(all.before), active);
        }

        /** Computes the brand's figures with the other model; see {@link #figuresBefore}. */
        public PreviewFigures figuresAfter(BrandLedger brand, ModelComparison all) {
            return figures(brand.series().plus(all.before).plus(all.change), other);
        }

        private PreviewFigures figures(BrandLedger ledger, ScoringModel model) {
            return new PreviewFigures(ledger.people(), BrandScore.of(ledger, asOf, model));
        }
    }

    /** Adds two comparisons over disjoint sets of people. */
    public ModelComparison plus(ModelComparison other) {
        return new ModelComparison(
                people + other.people,
                before.plus(other.before),
                change.plus(other.change),
                largestMovers(other.movers));
    }

    private List<PreviewMover> largestMovers(List<PreviewMover> others) {
        if (others.isEmpty()) {
            return movers;
        }
        return Stream.concat(movers.stream(), others.stream())
                .sorted(LARGEST_FIRST)
                .limit(MAX_MOVERS)
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
