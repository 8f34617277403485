package io.rapport.scoring.topology.idle;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer of a stream thread that waits longer for records while the stream is idle. A stream thread punctuates and commits
 * between two polls, and each punctuation makes its task commit a transaction, although it wrote nothing. Records are returned at
 * once, and activity on another thread or a rebalance ends the longer wait.
 */
final class IdleAwareConsumer extends KafkaConsumer<byte[], byte[]> {

    /** A close must not wait for the broker's answer to a pending fetch. Leaving the group does not queue behind it. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final StreamActivity activity;
    private final boolean pauses;

    /** @param pauses whether it pauses between polls while the stream is idle, instead of waiting for records */
    IdleAwareConsumer(Map<String, Object> settings, StreamActivity activity, boolean pauses) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.activity = activity;
        this.pauses = pauses;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        return pauses ? activity.pollAfterPause(timeout, super::poll) : activity.poll(timeout, super::poll);
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, recording(listener));
    }

    @Override
    public void close() {
        super.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    @Override
    public void close(CloseOptions options) {
        super.close(options.withTimeout(CLOSE_TIMEOUT));
    }

    private ConsumerRebalanceListener recording(ConsumerRebalanceListener listener) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                activity.record();
                listener.onPartitionsRevoked(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                activity.record();
                listener.onPartitionsAssigned(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                activity.record();
                listener.onPartitionsLost(partitions);
            }
        };
    }
}
