package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.support.WallClockSchedule;

/**
 * Keeps walks over many people from keeping events waiting: the walks of all tasks of a thread together get a share of
 * its time, in short pieces, and a small one while events come late. What is counted is the clock's time, in
 * milliseconds, for that is what events wait.
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

    /** That of the thread this task runs on now. */
    public static WalkTimeBudget ofThread() {
        return OF_THREAD.get();
    }

    /** An event's turn has come, this long after it arrived. */
    public void recordDelay(long millis, long now) {
        if (millis > LATE_MILLIS) {
            lateUntil = now + 2 * WINDOW_MILLIS;
        }
    }

    /** Whether a walk may go on. */
    boolean isAvailable(long now) {
        if (now - since >= WINDOW_MILLIS || now < since) {
            since = now;
            used = 0;
        }
        return used < (now < lateUntil ? BUDGET_WHILE_LATE_MILLIS : BUDGET_MILLIS);
    }

    /** A piece of a walk took so long. */
    void consume(long millis) {
        used += millis;
    }
}
