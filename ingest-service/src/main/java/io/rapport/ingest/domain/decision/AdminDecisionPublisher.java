package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.util.Optional;

/**
 * Publishes decisions to the other services.
 *
 * @param <E> the published event
 */
public interface AdminDecisionPublisher<E> {

    /**
     * Publishes the current version of a decision. Returns when the broker has acknowledged it and this instance has read
     * it back from the topic.
     *
     * @throws DeliveryFailedException if that does not happen within bounded time; the decision stays pending
     */
    void publish(String key);

    /**
     * Finds the newest version of a decision that this instance has read from the topic.
     *
     * @throws StateNotLoadedException until the topic was read to the end that it had at startup
     */
    Optional<AdminDecision<E>> findPublished(String key);
}
