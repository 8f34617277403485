package io.rapport.report.domain.decision;

import java.util.Collection;

/**
 * Decisions of users by subject, of each subject the highest version. A decision and its entry in the outbox are one document, so
 * that both are written atomically.
 *
 * @param <E> the type of the decisions
 */
public interface DecisionRepository<E> {

    /**
     * Compare-and-set: saves the next version as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(E next);

    /** Saves published decisions; of each subject the highest version is kept. */
    void saveNewer(Collection<E> published);
}
