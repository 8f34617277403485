package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchProcessor;
import io.rapport.messaging.consume.DeadLetterQueue;
import io.rapport.messaging.consume.RetryDelay;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the batches of one topic of a {@link GroupConsumer}. A batch that fails is due again after an exponential backoff,
 * until it succeeds; each failure is logged.
 */
final class TopicApplier {

    private static final Logger LOG = LoggerFactory.getLogger(TopicApplier.class);

    private final String topic;
    private final BatchProcessor<?> processor;
    private final Runnable onRebalance;
    private int failures;
    private @Nullable Instant retryAt;

    TopicApplier(Topic topic, BatchProcessor<?> processor, Runnable onRebalance) {
        this.topic = topic.name();
        this.processor = processor;
        this.onRebalance = onRebalance;
    }

    String topic() {
        return topic;
    }

    void noteRebalance() {
        onRebalance.run();
    }

    /** Applies a batch. If it fails, it has to be delivered again at {@link #retryAt}. */
    void apply(List<ConsumerRecord<byte[], byte[]>> batch, Instant now) {
        try {
            processor.process(batch);
            failures = 0;
            retryAt = null;
        } catch (RuntimeException e) {
            failures++;
            retryAt = now.plus(RetryDelay.after(failures));
            LOG.warn(
                    "Delivery {} of {} records from {} on failed, retrying: {}",
                    failures,
                    batch.size(),
                    DeadLetterQueue.origin(batch.get(0)),
                    e.toString());
        }
    }

    /** When the failed batch is due again; null if none failed. */
    @Nullable
    Instant retryAt() {
        return retryAt;
    }

    /** Notes that the failed batch is delivered again. */
    void retry() {
        retryAt = null;
    }
}
