package io.rapport.scoring.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.config.CommitStall.PartitionOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommitStallTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition TWO = new TopicPartition("t", 2);

    private final CommitStall stall = new CommitStall();

    @Test
    void lagWithoutCommitLastsFromTheFirstObservation() {
        assertThat(observe(0, ONE, 5, 9)).isZero();
        assertThat(observe(30, ONE, 5, 20)).isEqualTo(seconds(30));
        assertThat(observe(70, ONE, 5, 90)).isEqualTo(seconds(70));
    }

    @Test
    void commitEndsTheStallAlthoughThereIsStillLag() {
        observe(0, ONE, 5, 9);
        assertThat(observe(30, ONE, 6, 20)).isZero();
        assertThat(observe(40, ONE, 6, 20)).isEqualTo(seconds(10));
    }

    @Test
    void quietPartitionIsNeverStalled() {
        observe(0, ONE, 9, 9);
        assertThat(observe(600, ONE, 9, 9)).isZero();
        assertThat(observe(610, ONE, 9, 10)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void oneStalledPartitionIsEnough() {
        stall.observe(Map.of(ONE, new PartitionOffsets(1, 5), TWO, new PartitionOffsets(1, 5)), START);

        var later = stall.observe(
                Map.of(ONE, new PartitionOffsets(4, 9), TWO, new PartitionOffsets(1, 5)), START.plusSeconds(61));

        assertThat(later).isEqualTo(seconds(61));
    }

    @Test
    void partitionThatMovedToAnotherInstanceIsForgotten() {
        observe(0, ONE, 5, 9);
        assertThat(observe(60, TWO, 1, 9)).isZero();
        assertThat(observe(61, ONE, 5, 9)).isZero();
    }

    @Test
    void streamIsRestartedOnlyAfterItHadTheWholeTimeToCommit() {
        var limit = seconds(60);
        assertThat(StreamWatchdog.isRestartDue(seconds(59), seconds(600), limit))
                .isFalse();
        assertThat(StreamWatchdog.isRestartDue(seconds(600), seconds(59), limit))
                .isFalse();
        assertThat(StreamWatchdog.isRestartDue(seconds(60), seconds(60), limit)).isTrue();
    }

    private Duration observe(long second, TopicPartition partition, long committed, long end) {
        return stall.observe(Map.of(partition, new PartitionOffsets(committed, end)), START.plusSeconds(second));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
