package io.rapport.ingest.domain.decision;

import java.util.List;
import java.util.Optional;

/**
 * Stores decisions with an outbox flag in the same document, so that the decision and the flag change atomically. Use
 * {@link AdminDecisionService} to read and change decisions: it restores from the topic what a lost store lacks.
 *
 * @param <E> the published event
 */
public interface AdminDecisionRepository<E> {

    /** Finds a decision by its topic key. */
    Optional<AdminDecision<E>> find(String key);

    /**
     * Stores a decision as pending, with an optimistic lock.
     *
     * @param before the version that the decision replaces; 0 for none
     * @return false, without a change, if the stored version is another one
     */
    boolean save(AdminDecision<E> decision, long before);

    /**
     * Clears the outbox flag of a published decision, and deletes a withdrawn one.
     *
     * @return false, without a change, if the stored version is another one
     */
    boolean markPublished(AdminDecision<E> decision);

    /** Returns the keys of at most 1 000 decisions that are not published yet. */
    List<String> findPendingKeys();

    /** Stores a decision read from the topic, unless the stored version is the same or newer. Idempotent. */
    void restoreIfNewer(AdminDecision<E> decision);
}
