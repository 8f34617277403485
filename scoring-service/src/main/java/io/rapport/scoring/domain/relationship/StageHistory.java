package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The stage a relationship was at on every day from first contact to the day it was judged on. Immutable. */
public final class StageHistory {

    private final int[] days;
    private final Stage[] stages;

    /** Of the days the stage changed on, ascending, and what it changed to. */
    StageHistory(int[] days, Stage[] stages) {
        this.days = days;
        this.stages = stages;
    }

    /** The stage on the last day; {@code STRANGER} when there was no contact yet. */
    public Stage current() {
        return stages.length == 0 ? Stage.STRANGER : stages[stages.length - 1];
    }

    /** Epoch day since when the stage has been the current one without a break; null when there was no contact yet. */
    public @Nullable Integer currentSince() {
        return days.length == 0 ? null : Integer.valueOf(days[days.length - 1]);
    }

    /** The stage at the end of an epoch day; null when there had been no contact by then. */
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
