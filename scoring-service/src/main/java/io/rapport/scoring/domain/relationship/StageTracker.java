package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Follows the stage from one active day to the next: up at once, down only when a month begins. Between active days no
 * dimension rises, so judging the active days and the first days of months finds the highest stage of every month.
 */
final class StageTracker {

    private final DecayedSums sums;
    private final int vouchingDays;
    private final double knows;
    private final double likes;
    private final double trusts;
    private final double advocates;

    private int[] days = new int[4];
    private Stage[] stages = new Stage[4];
    private int changes;
    private @Nullable Stage stage;
    private int nextMonth = Integer.MIN_VALUE;
    private long lastVouched = Integer.MIN_VALUE;

    StageTracker(DecayedSums sums, ScoringModel model) {
        this.sums = sums;
        StageThresholds from = model.stages();
        vouchingDays = from.vouchingDays();
        knows = rawAt(from.knows(), model.saturation().know());
        likes = rawAt(from.likes(), model.saturation().like());
        trusts = rawAt(from.trusts(), model.saturation().trust());
        advocates = rawAt(from.advocates(), model.saturation().trust());
    }

    /** Lets the days pass in which nothing happened, up to but without the given one. */
    void advanceTo(int day) {
        while (nextMonth < day && stage != null && stage != Stage.STRANGER) {
            changeTo(nextMonth, stageAt(nextMonth, sums.decayFactor(nextMonth)));
            nextMonth = monthAfter(nextMonth);
        }
    }

    /** Somebody spoke up for the brand. */
    void recordVouching(int day) {
        lastVouched = day;
    }

    /** Judges an active day, once the sums hold all of it. */
    void evaluateActiveDay(int day) {
        var monthBegins = false;
        if (day >= nextMonth) {
            monthBegins = LocalDate.ofEpochDay(day).getDayOfMonth() == 1;
            nextMonth = monthAfter(day);
        }
        var judged = stageAt(day, 1);
        if (monthBegins || stage == null || judged.compareTo(stage) > 0) {
            changeTo(day, judged);
        }
    }

    StageHistory history() {
        return new StageHistory(Arrays.copyOf(days, changes), Arrays.copyOf(stages, changes));
    }

    private Stage stageAt(int day, double left) {
        if (sums.get(DecayedSums.KNOW) * left < knows) {
            return Stage.STRANGER;
        }
        if (sums.get(DecayedSums.LIKE) * left < likes) {
            return Stage.KNOWS;
        }
        var trust = sums.get(DecayedSums.TRUST) * left;
        if (trust < trusts) {
            return Stage.LIKES;
        }
        var vouches = lastVouched > (long) day - vouchingDays;
        return trust >= advocates && vouches ? Stage.ADVOCATE : Stage.TRUSTS;
    }

    private void changeTo(int day, Stage to) {
        if (to == stage) {
            return;
        }
        stage = to;
        if (changes == days.length) {
            days = Arrays.copyOf(days, changes * 2);
            stages = Arrays.copyOf(stages, changes * 2);
        }
        days[changes] = day;
        stages[changes++] = to;
    }

    /** The raw sum at which a dimension reaches these points. */
    private static double rawAt(double points, double saturation) {
        return -saturation * Math.log1p(-points / 100);
    }

    private static int monthAfter(int day) {
        return (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1).toEpochDay();
    }
}
