package io.rapport.ingest.domain.decision;

import java.util.List;
import java.util.Optional;

/**
 * Keeps what humans decided, together with whether it still has to be announced to the other services: both are one
 * document, so that no crash can part them. Who decides goes by {@link AdminDecisionService}, which knows what a lost store does not.
 *
 * @param <E> what is decided
 */
public interface AdminDecisionRepository<E> {

    /** A decision as it stands. */
    Optional<AdminDecision<E>> find(String key);

    /**
     * Writes a decision down, to be announced.
     *
     * @param before the version it was made on; 0 for none
     * @return false, with nothing changed, if there is another version by now
     */
    boolean save(AdminDecision<E> decision, long before);

    /**
     * Notes that a decision was announced; one that was withdrawn is then forgotten.
     *
     * @return false, with nothing changed, if there is another version by now
     */
    boolean markPublished(AdminDecision<E> decision);

    /** The keys that still have to be announced, at most 1 000 of them. */
    List<String> findPendingKeys();

    /** Takes in what was announced before, unless it is known already. */
    void restoreIfNewer(AdminDecision<E> decision);
}
