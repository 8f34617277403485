package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.ledger.CellSum;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up the contributions of people to a brand's figures on several days, in one pass over the people. */
public final class BrandDays {

    private static final double MILLIONTHS = 1e6;

    private final int[] asOf;
    private final ScoringModel model;
    private final DaySum[] days;
    private final CellSum series = new CellSum(BrandColumns.SERIES_COUNT);
    private int firstDay = Integer.MAX_VALUE;

    /**
     * Begins without people.
     *
     * @param asOf epoch days, ascending
     */
    public BrandDays(List<Integer> asOf, ScoringModel model) {
        this.asOf = asOf.stream().mapToInt(Integer::intValue).toArray();
        this.model = model;
        this.days = new DaySum[this.asOf.length];
        Arrays.setAll(days, i -> new DaySum());
    }

    /**
     * The sums over all people that were added.
     *
     * @param firstDay epoch day of the first engagement of anyone; {@code Integer.MAX_VALUE} without one
     * @param series daily series of the days that the figures read
     * @param days for each asked day the sums of that day
     */
    public record Sums(int firstDay, BrandLedger series, List<DayPart> days) {

        /** Adds the sums over other people, for the same days. */
        public Sums plus(Sums other) {
            var sums = new ArrayList<DayPart>();
            for (int i = 0; i < days.size(); i++) {
                sums.add(days.get(i).plus(other.days.get(i)));
            }
            return new Sums(Math.min(firstDay, other.firstDay), series.plus(other.series), List.copyOf(sums));
        }
    }

    /**
     * The sums of one day.
     *
     * @param snapshot counts of people
     * @param strength sum of the strengths of people with any contact, in millionths
     * @param top people with the largest return and effort, by window
     */
    public record DayPart(BrandLedger snapshot, long strength, List<TopPersonDays> top) {

        DayPart plus(DayPart other) {
            var sums = new ArrayList<TopPersonDays>();
            for (int w = 0; w < top.size(); w++) {
                sums.add(top.get(w).plus(other.top.get(w)));
            }
            return new DayPart(snapshot.plus(other.snapshot), strength + other.strength, List.copyOf(sums));
        }

        /** Mean strength of the people with any contact; 0 without people. */
        double meanStrength() {
            var people = snapshot.people();
            return people == 0 ? 0 : strength / MILLIONTHS / people;
        }
    }

    /** Adds a person. */
    public void add(PersonLedgers person) {
        firstDay = Math.min(firstDay, person.firstDay());
        var scores = person.scores(model);
        for (int i = 0; i < asOf.length; i++) {
            if (!person.isAbsentOn(asOf[i])) {
                days[i].add(person, scores.score(asOf[i]));
            }
        }
        series.add(PersonContribution.series(person.ledger(), model).seriesCells(), this::isRead);
    }

    /** The sums over the people added so far. */
    public Sums sums() {
        return new Sums(
                firstDay,
                new BrandLedger(series.sum(), LedgerCells.EMPTY),
                Arrays.stream(days).map(DaySum::part).toList());
    }

    /** Whether the figures of any asked day read a day of the series. */
    private boolean isRead(int day) {
        var found = Arrays.binarySearch(asOf, day);
        var next = found >= 0 ? found : -found - 1;
        return next < asOf.length && asOf[next] - day < BrandLedger.DAYS_KEPT;
    }

    /** Sums of one day, while people are added. */
    private static final class DaySum {

        private final SnapshotSum snapshot = new SnapshotSum();
        private final List<TopPersonDays> top = TopPersonDays.none();
        private long strength;

        void add(PersonLedgers person, RelationshipScore score) {
            if (!score.exists()) {
                return;
            }
            snapshot.add(PersonContribution.snapshot(person.ledger(), score));
            strength += Math.round(score.strength() * MILLIONTHS);
            for (int w = 0; w < top.size(); w++) {
                top.set(
                        w,
                        top.get(w)
                                .plus(
                                        person.person(),
                                        score.breakdown().windows().get(w)));
            }
        }

        DayPart part() {
            return new DayPart(new BrandLedger(LedgerCells.EMPTY, snapshot.sum()), strength, List.copyOf(top));
        }
    }
}
