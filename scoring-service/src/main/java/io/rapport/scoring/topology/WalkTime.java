package io.rapport.scoring.topology;

/**
 * Keeps walks over many people from keeping events waiting: the walks of all tasks of a thread together get a bit more
 * than half of its time, in short pieces. What is counted is the clock's time, for that is what events wait.
 */
final class WalkTime {

    private static final long WINDOW = Pace.TICK.toMillis();
    private static final long MOST = 60;
    private static final ThreadLocal<WalkTime> OF_THREAD = ThreadLocal.withInitial(WalkTime::new);

    private long since;
    private long used;

    private WalkTime() {}

    /** That of the thread this task runs on now. */
    static WalkTime ofThread() {
        return OF_THREAD.get();
    }

    /** Whether a walk may go on, by the wall clock's milliseconds. */
    boolean isLeft(long now) {
        if (now - since >= WINDOW || now < since) {
            since = now;
            used = 0;
        }
        return used < MOST;
    }

    /** A piece of a walk took so many milliseconds. */
    void use(long millis) {
        used += millis;
    }
}
