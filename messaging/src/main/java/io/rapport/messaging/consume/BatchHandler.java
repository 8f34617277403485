package io.rapport.messaging.consume;

import java.util.List;

/** Applies batches of events. */
@FunctionalInterface
public interface BatchHandler<V> {

    /**
     * Applies a batch, in the order of the partitions. Delivery is at-least-once, so that it must be idempotent. After an
     * exception the same batch is redelivered with backoff.
     */
    void apply(List<ReceivedRecord<V>> batch);
}
