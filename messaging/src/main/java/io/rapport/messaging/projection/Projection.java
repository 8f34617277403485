package io.rapport.messaging.projection;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;

/**
 * One topic that a {@link ProjectionRunner} applies to a store.
 *
 * @param group the consumer group. The topics of a group share one consumer, so that they wait for one another while there is
 *     much to read: topics with few records that are needed soon do not share a group with large ones. A store that can be lost has
 *     its generation in the name: a new store is then a new group, which reads the topic from the beginning
 * @param type the type of the topic's events
 * @param handler applies a batch to the store; must be idempotent
 * @param onRebalance called when partitions of the group were assigned to or revoked from this instance
 */
public record Projection<V>(String group, Topic topic, Class<V> type, BatchHandler<V> handler, Runnable onRebalance) {

    /** A projection that needs no notice of rebalances. */
    public Projection(String group, Topic topic, Class<V> type, BatchHandler<V> handler) {
        this(group, topic, type, handler, () -> {});
    }
}
