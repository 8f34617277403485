package io.rapport.report.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.change.ChangeEvent;
import io.rapport.report.domain.change.ChangeFeed;
import io.rapport.report.domain.change.ChangePosition;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeStreamsTest {

    private static final BrandKey ACME = new BrandKey("north", "acme");
    private static final ChangePosition START = new ChangePosition("cluster", List.of(0L, 7L));

    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ChangeStreams streams = new ChangeStreams(
            new NumberedFeed(), new ChangeProperties(2, 3, Duration.ofMillis(20), Duration.ofHours(1)));

    @AfterEach
    void stop() {
        streams.close();
    }

    @Test
    void streamsAreLimitedPerTokenAndInAll() {
        assertThat(streams.tryOpen("a")).isTrue();
        assertThat(streams.tryOpen("a")).isTrue();
        assertThat(streams.tryOpen("a")).isFalse();
        assertThat(streams.tryOpen("b")).isTrue();
        assertThat(streams.tryOpen("c")).isFalse();
        streams.release("a");
        assertThat(streams.tryOpen("a")).isTrue();
    }

    @Test
    void eachEventHasThePositionAfterIt() {
        var sent = new CopyOnWriteArrayList<String>();
        streams.tryOpen("a");
        streams.start("a", ACME, START, sent::add, () -> true, () -> {});
        await().until(() -> sent.size() >= 3);
        assertThat(sent.get(0)).isEqualTo("retry: 2000\nid: cluster.0-7\n\n");
        assertThat(sent.get(1)).isEqualTo("id: cluster.1-7\nevent: score.brand.changed\ndata: {\"n\": 1}\n\n");
        assertThat(sent.get(2)).isEqualTo("id: cluster.2-7\n:\n\n");
    }

    /** Nothing is read ahead of a client that does not take what was sent, and its failure frees the stream. */
    @Test
    void aSlowClientHoldsNothingButItsStreamUntilItIsClosed() throws InterruptedException {
        var blocked = new CountDownLatch(1);
        var writing = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        streams.tryOpen("a");
        streams.start(
                "a",
                ACME,
                START,
                text -> {
                    if (text.contains("event:")) {
                        writing.countDown();
                        hold(blocked);
                        throw new IOException("The client has not read for too long");
                    }
                },
                () -> true,
                ended::countDown);
        writing.await();
        assertThat(reads).hasValue(1);
        assertThat(streams.count()).isOne();

        blocked.countDown();
        ended.await();
        assertThat(streams.count()).isZero();
        closed.await();
        assertThat(reads).hasValue(1);
    }

    @Test
    void aStreamEndsBeforeTheNextEventOrHeartbeatOfAClientThatIsNotPermittedAnyMore() throws InterruptedException {
        for (var readsBefore : List.of(1, 2)) {
            var sent = new CopyOnWriteArrayList<String>();
            var ended = new CountDownLatch(1);
            reads.set(0);
            streams.tryOpen("a");
            streams.start("a", ACME, START, sent::add, () -> reads.get() < readsBefore, ended::countDown);
            ended.await();
            assertThat(sent).as("%s", sent).hasSize(readsBefore);
            assertThat(streams.count()).isZero();
        }
        closed.await();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns an event with every other read. */
    private final class NumberedFeed implements ChangeFeed {

        @Override
        public ChangePosition end() {
            return START;
        }

        @Override
        public PositionState check(ChangePosition position) {
            return PositionState.READABLE;
        }

        @Override
        public ChangeReader open(BrandKey brand, ChangePosition from) {
            return new ChangeReader() {

                @Override
                public List<ChangeEvent> read(Duration time) {
                    var n = reads.incrementAndGet();
                    return n % 2 == 0
                            ? List.of()
                            : List.of(new ChangeEvent(position(), "score.brand.changed", "{\"n\": " + n + "}"));
                }

                @Override
                public ChangePosition position() {
                    return new ChangePosition("cluster", List.of((long) reads.get(), 7L));
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }
    }
}
