package io.rapport.scoring.topology.idle;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * When a stream read or wrote a record last, on any of its threads. Work that a processor defers to a punctuation is done, or
 * has written a record, within {@code QUIET_TIME} of the record that caused it; so a stream that runs without records for that
 * time has nothing to do.
 */
final class StreamActivity {

    /** Publications are deferred by a second at most, twice in a row. */
    private static final Duration QUIET_TIME = Duration.ofSeconds(3);

    /** How long an idle thread waits; the day of a brand without events turns by wall clock that much later. */
    private static final Duration IDLE_WAIT = Duration.ofSeconds(10);

    /** How soon a thread that waits for records notices activity of another one. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** How long a thread pauses between two polls. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private volatile long last;
    private volatile boolean isPaused;
    private volatile BooleanSupplier running = () -> false;

    /**
     * Starts as active.
     *
     * @param nanos the clock, as {@link System#nanoTime}
     */
    StreamActivity(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** States when the stream processes records; while it restores its state or rebalances, its threads have work without any. */
    void idleOnlyWhile(BooleanSupplier isRunning) {
        running = isRunning;
    }

    /** Notes that a record was read or written. */
    void record() {
        last = nanos.getAsLong();
        if (isPaused) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /**
     * Polls for records, and continues while there are none and the stream is idle, for {@code IDLE_WAIT} or a little more.
     *
     * @param timeout zero polls once
     * @param consumer polls for the given time
     */
    <K, V> ConsumerRecords<K, V> poll(Duration timeout, Function<Duration, ConsumerRecords<K, V>> consumer) {
        var records = consumer.apply(timeout);
        for (var waited = timeout;
                records.isEmpty() && !timeout.isZero() && isIdle() && waited.compareTo(IDLE_WAIT) < 0;
                waited = waited.plus(STEP)) {
            records = consumer.apply(STEP);
        }
        if (!records.isEmpty()) {
            record();
        }
        return records;
    }

    /**
     * Polls for records; while there are none and the stream is idle, it pauses before, until there is activity or for {@code PAUSE}. For
     * the thread of global stores, whose consumer would fetch all the time: a model that was activated is noticed that much later.
     *
     * @param timeout zero polls without a pause
     * @param consumer polls for the given time
     */
    <K, V> ConsumerRecords<K, V> pollAfterPause(Duration timeout, Function<Duration, ConsumerRecords<K, V>> consumer) {
        if (!timeout.isZero() && isIdle()) {
            pause();
        }
        var records = consumer.apply(timeout);
        if (!records.isEmpty()) {
            record();
        }
        return records;
    }

    private synchronized void pause() {
        isPaused = true;
        try {
            // What was recorded since the check before must not be missed.
            if (isIdle()) {
                wait(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            isPaused = false;
        }
    }

    /** Whether the stream has been running, without a record, for {@code QUIET_TIME}. */
    boolean isIdle() {
        if (!running.getAsBoolean()) {
            record();
        }
        return nanos.getAsLong() - last >= QUIET_TIME.toNanos();
    }
}
