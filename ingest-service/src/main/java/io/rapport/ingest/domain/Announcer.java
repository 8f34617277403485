package io.rapport.ingest.domain;

import java.util.Optional;

/**
 * Tells the other services of decisions.
 *
 * @param <E> what is decided
 */
public interface Announcer<E> {

    /**
     * Announces a decision as it stands now, and comes back when the announcement cannot be lost any more and this
     * instance itself goes by it.
     *
     * @throws NotDelivered if that did not come about within bounded time; the decision stays to be announced
     */
    void announce(String key);

    /**
     * A decision as it was announced last, so far as this instance has heard.
     *
     * @throws NotReadYet before it has heard all that was announced before it started
     */
    Optional<Decision<E>> announced(String key);
}
