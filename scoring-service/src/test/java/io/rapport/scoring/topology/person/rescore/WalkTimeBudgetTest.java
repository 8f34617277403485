package io.rapport.scoring.topology.person.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WalkTimeBudgetTest {

    private static final long NOW = 1_000_000_000L;
    private static final long TICK = WallClockSchedule.TICK.toMillis();

    @Test
    void reservesTimeForEventsInEachTick() throws Exception {
        assertThat(walked(0)).isBetween(40, 60);
    }

    @Test
    void shrinksWhileEventsAreDelayed() throws Exception {
        assertThat(walked(500)).isBetween(20, 40);
    }

    /** Returns the share of time, in percent, that a walk gets while events wait for the given time. */
    private static int walked(long wait) throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> {
                            var time = WalkTimeBudget.ofThread();
                            var sum = 0;
                            for (var now = NOW; now < NOW + 100 * TICK; now += 10) {
                                time.recordDelay(wait, now);
                                if (time.isAvailable(now)) {
                                    time.consume(10);
                                    sum += 10;
                                }
                            }
                            return sum / (int) TICK;
                        },
                        WalkTimeBudgetTest::onAThreadOfItsOwn)
                .get();
    }

    /** Resets the delay that another test may have left on a pooled thread. */
    private static void onAThreadOfItsOwn(Runnable work) {
        new Thread(work).start();
    }

    @Test
    void isSharedByTheTasksOfAThreadOnly() throws Exception {
        var time = WalkTimeBudget.ofThread();

        assertThat(WalkTimeBudget.ofThread()).isSameAs(time);
        assertThat(CompletableFuture.supplyAsync(WalkTimeBudget::ofThread, WalkTimeBudgetTest::onAThreadOfItsOwn)
                        .get())
                .isNotSameAs(time);
    }

    @Test
    void resetsWhenTheClockMovesBack() throws Exception {
        var left = CompletableFuture.supplyAsync(
                () -> {
                    var time = WalkTimeBudget.ofThread();
                    time.isAvailable(NOW);
                    time.consume(10 * TICK);
                    return !time.isAvailable(NOW) && time.isAvailable(NOW - TICK);
                },
                WalkTimeBudgetTest::onAThreadOfItsOwn);

        assertThat(left.get()).isTrue();
    }
}
