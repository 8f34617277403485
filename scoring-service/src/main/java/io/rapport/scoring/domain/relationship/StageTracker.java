package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.model.StageThresholds;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the stage from one active day to the next: promotion is immediate, demotion happens only on the first day of a
 * month. No dimension rises between active days, so evaluating active days and first days of months finds the highest
 * stage of every month.
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

    /** Evaluates the first days of months that passed without engagements, before the given day. */
    void advanceTo(int day) {
        while (nextMonth < day && stage != null && stage != Stage.STRANGER) {
            changeTo(nextMonth, stageAt(nextMonth, sums.decayFactor(nextMonth)));
            nextMonth = monthAfter(nextMonth);
        }
    }

    /** Records a recommendation of the brand. */
    void recordVouching(int day) {
        lastVouched = day;
    }

    /** Evaluates an active day after all its cells were added to the sums. */
    void evaluateActiveDay(int day) {
        var monthBegins = false;
        if (day >= nextMonth) {
            monthBegins = day == nextMonth || LocalDate.ofEpochDay(day).getDayOfMonth() == 1;
            nextMonth = monthAfter(day);
        }
        var reached = stageAt(day, 1);
        if (monthBegins || stage == null || reached.compareTo(stage) > 0) {
            changeTo(day, reached);
        }
    }

    StageHistory history() {
        return new StageHistory(Arrays.copyOf(days, changes), Arrays.copyOf(stages, changes));
    }

    private Stage stageAt(int day, double decayFactor) {
        if (sums.get(DecayedSums.KNOW) * decayFactor < knows) {
            return Stage.STRANGER;
        }
        if (sums.get(DecayedSums.LIKE) * decayFactor < likes) {
            return Stage.KNOWS;
        }
        var trust = sums.get(DecayedSums.TRUST) * decayFactor;
        if (trust < trusts) {
            return Stage.LIKES;
        }
        var isVouching = lastVouched > (long) day - vouchingDays;
        return trust >= advocates && isVouching ? Stage.ADVOCATE : Stage.TRUSTS;
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

    /** Raw sum at which a dimension reaches the given points. */
    private static double rawAt(double points, double saturation) {
        return -saturation * Math.log1p(-points / 100);
    }

    private static int monthAfter(int day) {
        var date = LocalDate.ofEpochDay(day);
        return day + date.lengthOfMonth() - date.getDayOfMonth() + 1;
    }
}
