package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.StateNotLoadedException;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;

import java.util.Optional;

/**
 * Tells the other services of decisions.
 *
 * @param <E> what is decided
 */
public interface AdminDecisionPublisher<E> {

    /**
     * Announces a decision as it stands now, and comes back when the announcement cannot be lost any more and this
     * instance itself goes by it.
     *
     * @throws DeliveryFailedException if that did not come about within bounded time; the decision stays to be announced
     */
    void publish(String key);

    /**
     * A decision as it was announced last, so far as this instance has heard.
     *
     * @throws StateNotLoadedException before it has heard all that was announced before it started
     */
    Optional<AdminDecision<E>> findPublished(String key);
}
