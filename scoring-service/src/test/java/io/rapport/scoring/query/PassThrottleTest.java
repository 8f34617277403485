package io.rapport.scoring.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PassThrottleTest {

    @Test
    void aPassWorksForItsShareOfTheTime() {
        var throttle = new PassThrottle(1, 0.25, () -> false);
        var start = System.nanoTime();
        throttle.work(() -> busy(TimeUnit.MILLISECONDS.toNanos(40)));
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
    }

    @Test
    void aPassDoesNotWaitWithoutEvents() {
        var throttle = new PassThrottle(1, 1e-6, () -> true);
        // It would pause for hours.
        assertThat(throttle.work(() -> busy(TimeUnit.MILLISECONDS.toNanos(20)))).isTrue();
    }

    @Test
    void onePassWaitsForTheOther() throws Exception {
        var throttle = new PassThrottle(1, 1, () -> false);
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> throttle.run(() -> {
            begun.countDown();
            return await(end);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> throttle.run(() -> first.isDone() || end.getCount() == 0));
        assertThatThrownBy(() -> second.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        end.countDown();
        assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatThrownBy(() -> new PassThrottle(1, 0, () -> false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PassThrottle(0, 1, () -> false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean busy(long nanos) {
        var start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
        return true;
    }
}
