package io.rapport.report.domain.store;

import java.util.List;

/**
 * The transactional outbox of the decisions of users: those of all brands that are not published yet.
 *
 * @param <E> the type of the events
 */
public interface EventOutbox<E> {

    /** The pending events, at most 1 000. */
    List<E> findPending();

    /** Marks an event as published, unless a newer version of it exists by now. */
    void markPublished(E event);
}
