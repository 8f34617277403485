package io.rapport.scoring.topology.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.topology.stage.Pace;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WalkTimeTest {

    private static final long NOW = 1_000_000_000L;
    private static final long TICK = Pace.TICK.toMillis();

    @Test
    void leavesEventsTheirShareOfEachTick() throws Exception {
        assertThat(walked(0)).isBetween(40, 60);
    }

    @Test
    void leavesEventsMoreWhenTheyAreLate() throws Exception {
        assertThat(walked(500)).isBetween(20, 40);
    }

    /** How much of the time a walk gets while each event waits that long, in percent. */
    private static int walked(long wait) throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> {
                            var time = WalkTime.ofThread();
                            var sum = 0;
                            for (var now = NOW; now < NOW + 100 * TICK; now += 10) {
                                time.waited(wait, now);
                                if (time.isLeft(now)) {
                                    time.use(10);
                                    sum += 10;
                                }
                            }
                            return sum / (int) TICK;
                        },
                        WalkTimeTest::onAThreadOfItsOwn)
                .get();
    }

    /** Another test may have left a thread of a pool late. */
    private static void onAThreadOfItsOwn(Runnable work) {
        new Thread(work).start();
    }

    @Test
    void isOneForAllTasksOfAThreadAndAnotherForEachThread() throws Exception {
        var time = WalkTime.ofThread();

        assertThat(WalkTime.ofThread()).isSameAs(time);
        assertThat(CompletableFuture.supplyAsync(WalkTime::ofThread, WalkTimeTest::onAThreadOfItsOwn)
                        .get())
                .isNotSameAs(time);
    }

    @Test
    void comesBackWhenTheClockIsSetBack() throws Exception {
        var left = CompletableFuture.supplyAsync(
                () -> {
                    var time = WalkTime.ofThread();
                    time.isLeft(NOW);
                    time.use(10 * TICK);
                    return !time.isLeft(NOW) && time.isLeft(NOW - TICK);
                },
                WalkTimeTest::onAThreadOfItsOwn);

        assertThat(left.get()).isTrue();
    }
}
