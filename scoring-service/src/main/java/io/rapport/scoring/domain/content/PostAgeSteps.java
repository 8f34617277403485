package io.rapport.scoring.domain.content;

import java.time.Duration;

/** The ages at which posts are compared. */
final class PostAgeSteps {

    /** How many there are. */
    static final int STEPS = 9;

    private static final int[] HOURS = {1, 3, 6, 12, 24, 48, 96, 168, 720};

    private PostAgeSteps() {}

    /** The hours of a step; 0 before the first. */
    static int hours(int step) {
        return step < 0 ? 0 : HOURS[step];
    }

    /** The first step that something of this age is counted at; {@link #STEPS} when it is older than all. */
    static int stepAt(long millis) {
        var step = 0;
        while (step < STEPS && millis > millis(step)) {
            step++;
        }
        return step;
    }

    /** The highest step that a post of this age has reached; -1 before the first. */
    static int lastStepReached(long millis) {
        var step = -1;
        while (step + 1 < STEPS && millis >= millis(step + 1)) {
            step++;
        }
        return step;
    }

    private static long millis(int step) {
        return Duration.ofHours(HOURS[step]).toMillis();
    }
}
