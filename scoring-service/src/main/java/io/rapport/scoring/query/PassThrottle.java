package io.rapport.scoring.query;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Limits the processor time that passes over many ledgers take from the processing of events: few passes run at a time, and
 * each works for a share of the time only, unless there are no events.
 */
public final class PassThrottle {

    private static final long WAIT_SECONDS = 20;

    private final Semaphore passes;
    private final double share;
    private final BooleanSupplier idle;

    /**
     * Creates a throttle.
     *
     * @param passes number of passes at a time, 1 or more
     * @param share share of the time that a pass works, above 0 and up to 1
     * @param idle whether no events are processed: a pass then works all the time
     */
    public PassThrottle(int passes, double share, BooleanSupplier idle) {
        if (passes < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("passes is 1 or more, share is above 0 and up to 1");
        }
        this.passes = new Semaphore(passes, true);
        this.share = share;
        this.idle = idle;
    }

    /**
     * Runs a pass.
     *
     * @throws LedgersUnavailableException if the other passes do not end in time
     */
    <T> T run(Supplier<T> pass) {
        try {
            if (!passes.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new LedgersUnavailableException("Too many days are being computed. Retry the request.", null);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return pass.get();
        } finally {
            passes.release();
        }
    }

    /** Runs a part of a pass, then waits so that the pass keeps to its share while events are processed. */
    <T> T work(Supplier<T> part) {
        var start = System.nanoTime();
        var result = part.get();
        if (idle.getAsBoolean()) {
            return result;
        }
        var pause = (long) ((System.nanoTime() - start) * (1 - share) / share);
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return result;
    }

    private static LedgersUnavailableException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LedgersUnavailableException("The service stops. Retry the request.", cause);
    }
}
