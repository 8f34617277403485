package io.rapport.web.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Delays attempts to sign in: after some attempts that failed, the next one has to wait, twice as long each time. Attempts
 * are counted when they begin, so that many at once do not get past the limit. Memory is bounded: beyond the capacity, what
 * was attempted longest ago is forgotten.
 */
public final class SignInBackoff {

    /** The longest delay, after which everything else is forgotten as well. */
    public static final Duration MAX_DELAY = Duration.ofMinutes(15);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final int CAPACITY = 10_000;
    private static final int MAX_DOUBLINGS = 10;

    private final int free;
    private final Clock clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Attempts(int count, Instant until) {}

    /**
     * Creates a backoff.
     *
     * @param free the number of attempts before the first delay
     */
    public SignInBackoff(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** Counts an attempt; false if it has to wait. */
    public synchronized boolean begin(String key) {
        var now = clock.instant();
        var before = attempts.get(key);
        if (before != null && now.isBefore(before.until)) {
            return false;
        }
        var count = before == null || now.isAfter(before.until.plus(MAX_DELAY)) ? 1 : before.count + 1;
        attempts.put(key, new Attempts(count, now.plus(delay(count - free))));
        return true;
    }

    /** Forgets the attempts of a key, after one that succeeded. */
    public synchronized void succeed(String key) {
        attempts.remove(key);
    }

    synchronized int size() {
        return attempts.size();
    }

    private static Duration delay(int excess) {
        if (excess < 0) {
            return Duration.ZERO;
        }
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(excess, MAX_DOUBLINGS));
        return delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
    }
}
