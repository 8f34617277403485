package io.rapport.scoring.topology.idle;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * When a stream read or wrote a record last, on any of its threads. Work that a processor defers to a punctuation is done, or
 * has written a record, within {@code QUIET_TIME} of the record that caused it; so a stream without records for that time has
 * nothing to do.
 */
final class StreamActivity {

    /** Publications are deferred by a second at most, twice in a row. */
    private static final Duration QUIET_TIME = Duration.ofSeconds(3);

    /** How long an idle thread waits; the day of a brand without events turns by wall clock that much later. */
    private static final Duration IDLE_WAIT = Duration.ofSeconds(5);

    /** How soon a waiting thread notices activity of another one. */
    private static final Duration STEP = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private volatile long last;

    /**
     * Starts as active.
     *
     * @param nanos the clock, as {@link System#nanoTime}
     */
    StreamActivity(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Notes that a record was read or written. */
    void record() {
        last = nanos.getAsLong();
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

    /** Whether there was no record for {@code QUIET_TIME}. */
    private boolean isIdle() {
        return nanos.getAsLong() - last >= QUIET_TIME.toNanos();
    }
}
