package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.support.WallClockSchedule;

/**
 * Limits the time that walks over many people take from events: the walks of all tasks of a thread share a budget per tick,
 * which is smaller while events are delayed. It counts wall-clock milliseconds, because that is what events wait.
 */
public final class WalkTimeBudget {

    private static final long WINDOW_MILLIS = WallClockSchedule.TICK.toMillis();
    private static final long BUDGET_MILLIS = 50;
    private static final long BUDGET_WHILE_LATE_MILLIS = 30;
    private static final long LATE_MILLIS = 300;

    private static final ThreadLocal<WalkTimeBudget> OF_THREAD = ThreadLocal.withInitial(WalkTimeBudget::new);

    private long since;
    private long used;
    private long lateUntil;

    private WalkTimeBudget() {}

    /** Returns the budget of the current thread. */
    public static WalkTimeBudget ofThread() {
        return OF_THREAD.get();
    }

    /** Records the time an event waited before it was processed. */
    public void recordDelay(long millis, long now) {
        if (millis > LATE_MILLIS) {
            lateUntil = now + 2 * WINDOW_MILLIS;
        }
    }

    /** Whether a walk may continue. */
    boolean isAvailable(long now) {
        if (now - since >= WINDOW_MILLIS || now < since) {
            since = now;
            used = 0;
        }
        return used < (now < lateUntil ? BUDGET_WHILE_LATE_MILLIS : BUDGET_MILLIS);
    }

    /** Records the duration of a batch. */
    void consume(long millis) {
        used += millis;
    }
}
