package io.rapport.benchmarks;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Live events at an even pace, each with the time from when it is sent to when a subscriber reads its score. */
final class LiveLoad {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final TopicTraffic traffic;
    private final LiveScoreSubscriber watch;
    private final int handles;
    private final int perSecond;

    LiveLoad(TopicTraffic traffic, LiveScoreSubscriber watch, int handles, int perSecond) {
        this.traffic = traffic;
        this.watch = watch;
        this.handles = handles;
        this.perSecond = perSecond;
    }

    /** Sends for so many seconds. */
    String quiet(int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        sendWhile(() -> System.nanoTime() < end);
        return waits();
    }

    /** Sends until every brand's figures are of that day. */
    String untilDay(LocalDate day) throws InterruptedException {
        sendWhile(() -> watch.brandsOn(day) < TopicTraffic.BRANDS);
        return waits();
    }

    private void sendWhile(BooleanSupplier more) throws InterruptedException {
        var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (var due = System.nanoTime(); more.getAsBoolean(); due += gap) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            // Late or not, an event counts from when it was due.
            var since = due;
            traffic.review(handles, person -> watch.sent(person, since));
        }
    }

    private String waits() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE;
        while (watch.outstanding() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        var waits = watch.takeWaits();
        return String.format(
                Locale.ROOT,
                "%,d live events at %d a second: p50 %d ms, p99 %d ms, longest %d ms, %d never came",
                waits.length,
                perSecond,
                waits[waits.length / 2],
                waits[waits.length * 99 / 100],
                waits[waits.length - 1],
                watch.outstanding());
    }
}
