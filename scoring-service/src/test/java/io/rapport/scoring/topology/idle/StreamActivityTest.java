package io.rapport.scoring.topology.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamActivityTest {

    private static final Duration TICK = Duration.ofMillis(50);

    private final AtomicLong nanos = new AtomicLong();
    private final StreamActivity activity = new StreamActivity(nanos::get);
    private final List<Duration> polls = new ArrayList<>();
    private boolean running = true;

    @BeforeEach
    void run() {
        activity.idleOnlyWhile(() -> running);
    }

    @Test
    void isNotIdleWhileTheStreamRestoresOrRebalances() {
        running = false;
        pass(Duration.ofSeconds(10));
        activity.poll(TICK, consumer(0));
        assertThat(polls).containsExactly(TICK);

        running = true;
        pass(Duration.ofMillis(2_999));
        activity.poll(TICK, consumer(0));
        assertThat(polls).containsExactly(TICK, TICK);
    }

    @Test
    void pollsOnceAfterRecordsWereReadOrWritten() {
        pass(Duration.ofMillis(2_999));
        assertThat(activity.poll(TICK, consumer(0))).isEmpty();
        assertThat(polls).containsExactly(TICK);

        pass(Duration.ofSeconds(10));
        activity.record();
        activity.poll(TICK, consumer(0));
        assertThat(polls).hasSize(2);
    }

    @Test
    void waitsForTenSecondsWhileIdle() {
        pass(Duration.ofSeconds(3));
        assertThat(activity.poll(TICK, consumer(0))).isEmpty();
        assertThat(polls.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMillis(10_050));
    }

    @Test
    void pausesBeforeAPollUntilThereIsActivity() {
        pass(Duration.ofSeconds(3));
        var thread = new Thread(() -> activity.pollAfterPause(TICK, consumer(1)));
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        assertThat(polls).isEmpty();

        activity.record();
        await().until(() -> thread.getState() == Thread.State.TERMINATED);
        assertThat(polls).containsExactly(TICK);
    }

    @Test
    void pausesNeitherWhileActiveNorWithoutATimeout() {
        assertThat(activity.pollAfterPause(TICK, consumer(1))).hasSize(1);
        pass(Duration.ofSeconds(3));
        assertThat(activity.pollAfterPause(Duration.ZERO, consumer(0))).isEmpty();
        assertThat(polls).containsExactly(TICK, Duration.ZERO);
    }

    @Test
    void returnsTheFirstRecordsAndIsActiveAgain() {
        pass(Duration.ofSeconds(3));
        assertThat(activity.poll(TICK, consumer(3))).hasSize(1);
        assertThat(polls).hasSize(3);

        polls.clear();
        activity.poll(TICK, consumer(0));
        assertThat(polls).containsExactly(TICK);
    }

    @Test
    void activityOfAnotherThreadEndsTheWait() {
        pass(Duration.ofSeconds(3));
        activity.poll(TICK, timeout -> {
            if (polls.size() == 1) {
                activity.record();
            }
            return consumer(0).apply(timeout);
        });
        assertThat(polls).hasSize(2);
    }

    @Test
    void neverWaitsWhereTheThreadDoesNot() {
        pass(Duration.ofSeconds(3));
        activity.poll(Duration.ZERO, consumer(0));
        assertThat(polls).containsExactly(Duration.ZERO);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** A consumer that returns one record at the given poll, counted from one. */
    private Function<Duration, ConsumerRecords<byte[], byte[]>> consumer(int withRecord) {
        return timeout -> {
            polls.add(timeout);
            var record = new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0]);
            return polls.size() == withRecord
                    ? new ConsumerRecords<>(Map.of(new TopicPartition("topic", 0), List.of(record)), Map.of())
                    : ConsumerRecords.empty();
        };
    }
}
