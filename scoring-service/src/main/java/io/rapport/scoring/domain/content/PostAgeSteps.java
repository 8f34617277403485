package io.rapport.scoring.domain.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ages at which the uptake of posts is compared, in steps of hours since publication. */
final class PostAgeSteps {

    /** Number of steps. */
    static final int STEPS = 9;

    /** No engagements at any step, and beyond the last. */
    static final List<Long> NO_ENGAGEMENTS = Collections.nCopies(STEPS + 1, 0L);

    private static final int[] HOURS = {1, 3, 6, 12, 24, 48, 96, 168, 720};

    private PostAgeSteps() {}

    /** Hours of a step; 0 before the first. */
    static int hours(int step) {
        return step < 0 ? 0 : HOURS[step];
    }

    /** First step at which an engagement of this age is counted; {@link #STEPS} if it is older than the last step. */
    static int stepAt(long millis) {
        var step = 0;
        while (step < STEPS && millis > millis(step)) {
            step++;
        }
        return step;
    }

    /** Last step that a post of this age has reached; -1 before the first. */
    static int lastStepReached(long millis) {
        var step = -1;
        while (step + 1 < STEPS && millis >= millis(step + 1)) {
            step++;
        }
        return step;
    }

    /** Changes the number of engagements at the step of an age in milliseconds; it never falls below 0. */
    static List<Long> changed(List<Long> byAge, long age, int change) {
        var counts = new ArrayList<>(byAge);
        var step = stepAt(age);
        counts.set(step, Math.max(0, counts.get(step) + change));
        return List.copyOf(counts);
    }

    private static long millis(int step) {
        return Duration.ofHours(HOURS[step]).toMillis();
    }
}
