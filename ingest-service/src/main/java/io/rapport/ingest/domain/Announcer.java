package io.rapport.ingest.domain;

/** Tells the other services of a decision. */
public interface Announcer {

    /**
     * Announces a decision as it stands now, and comes back when the announcement cannot be lost any more and this
     * instance itself goes by it.
     *
     * @throws NotDelivered if that did not come about within bounded time; the decision stays to be announced
     */
    void announce(String key);
}
