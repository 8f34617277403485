package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stage of a relationship on every day from the first contact to the day of the score. Immutable. */
public final class StageHistory {

    private final int[] days;
    private final Stage[] stages;

    /** Creates a history from the epoch days on which the stage changed, ascending, and the new stages. */
    StageHistory(int[] days, Stage[] stages) {
        this.days = days;
        this.stages = stages;
    }

    /** Stage on the last day; {@code STRANGER} before the first contact. */
    public Stage current() {
        return stages.length == 0 ? Stage.STRANGER : stages[stages.length - 1];
    }

    /** First epoch day of the current stage without interruption; null before the first contact. */
    public @Nullable Integer currentSince() {
        return days.length == 0 ? null : Integer.valueOf(days[days.length - 1]);
    }

    /** Stage at the end of an epoch day; null before the first contact. */
    public @Nullable Stage stageOn(int day) {
        var found = Arrays.binarySearch(days, day);
        var last = found >= 0 ? found : -found - 2;
        return last < 0 ? null : stages[last];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StageHistory that
                && Arrays.equals(days, that.days)
                && Arrays.equals(stages, that.stages);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(stages);
    }

    @Override
    public String toString() {
        return "StageHistory" + Arrays.toString(days) + Arrays.toString(stages);
    }
}
