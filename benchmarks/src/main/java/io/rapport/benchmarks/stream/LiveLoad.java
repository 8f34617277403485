package io.rapport.benchmarks.stream;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Sends live events at a constant rate and measures the latency from the scheduled send time to the receipt of the score. */
final class LiveLoad {

    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(30);

    private final TopicTraffic traffic;
    private final LiveScoreSubscriber subscriber;
    private final int handles;
    private final int perSecond;
    private long p99;

    LiveLoad(TopicTraffic traffic, LiveScoreSubscriber subscriber, int handles, int perSecond) {
        this.traffic = traffic;
        this.subscriber = subscriber;
        this.handles = handles;
        this.perSecond = perSecond;
    }

    /** Sends for this number of seconds; returns the latencies as text. */
    String sendFor(int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        sendWhile(() -> System.nanoTime() < end);
        return latencies();
    }

    /** Sends until the figures of every brand are of that day; returns the latencies as text. */
    String sendUntilDay(LocalDate day) throws InterruptedException {
        sendWhile(() -> subscriber.brandsOn(day) < TopicTraffic.BRANDS);
        return latencies();
    }

    private void sendWhile(BooleanSupplier more) throws InterruptedException {
        var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (var due = System.nanoTime(); more.getAsBoolean(); due += gap) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            // The latency of an event that is sent late counts from its scheduled time.
            var scheduledAt = due;
            traffic.sendReview(handles, person -> subscriber.recordSent(person, scheduledAt));
        }
    }

    /** The 99th percentile of the last latencies, in milliseconds. */
    long p99() {
        return p99;
    }

    private String latencies() throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT;
        while (subscriber.outstanding() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        var latencies = subscriber.drainLatencies();
        p99 = latencies[latencies.length * 99 / 100];
        return String.format(
                Locale.ROOT,
                "%,d live events at %d a second: p50 %d ms, p99 %d ms, maximum %d ms, %d not received",
                latencies.length,
                perSecond,
                latencies[latencies.length / 2],
                p99,
                latencies[latencies.length - 1],
                subscriber.drainOutstanding());
    }
}
