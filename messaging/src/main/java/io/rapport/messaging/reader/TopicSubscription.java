package io.rapport.messaging.reader;

import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;

/**
 * One topic a {@link TopicReader} reads.
 *
 * @param type the type of its events
 * @param start the offsets to begin at
 * @param handler called with each batch of the topic, never with an empty one
 */
public record TopicSubscription<V>(Topic topic, Class<V> type, StartPosition start, BatchHandler<V> handler) {

    /** A subscription that reads the topic from its beginning. */
    public static <V> TopicSubscription<V> fromBeginning(Topic topic, Class<V> type, BatchHandler<V> handler) {
        return new TopicSubscription<>(topic, type, StartPosition.beginning(), handler);
    }
}
