package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.stage.Pace;

/**
 * Keeps walks over many people from keeping events waiting: the walks of all tasks of a thread together get a share of
 * its time, in short pieces, and a small one while events come late. What is counted is the clock's time, in
 * milliseconds, for that is what events wait.
 */
final class WalkTime {

    private static final long WINDOW = Pace.TICK.toMillis();
    private static final long MOST = 50;
    private static final long MOST_WHILE_LATE = 30;
    private static final long LATE = 300;

    private static final ThreadLocal<WalkTime> OF_THREAD = ThreadLocal.withInitial(WalkTime::new);

    private long since;
    private long used;
    private long lateUntil;

    private WalkTime() {}

    /** That of the thread this task runs on now. */
    static WalkTime ofThread() {
        return OF_THREAD.get();
    }

    /** An event's turn has come, this long after it arrived. */
    void waited(long millis, long now) {
        if (millis > LATE) {
            lateUntil = now + 2 * WINDOW;
        }
    }

    /** Whether a walk may go on. */
    boolean isLeft(long now) {
        if (now - since >= WINDOW || now < since) {
            since = now;
            used = 0;
        }
        return used < (now < lateUntil ? MOST_WHILE_LATE : MOST);
    }

    /** A piece of a walk took so long. */
    void use(long millis) {
        used += millis;
    }
}
