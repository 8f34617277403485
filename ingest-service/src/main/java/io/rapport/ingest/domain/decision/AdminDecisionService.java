package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;

import io.rapport.ingest.domain.delivery.StateNotLoadedException;

import java.util.Optional;

/**
 * What humans decided, for those who decide. A decision is what the store says or, where the store lacks it or is behind,
 * what was announced of it, which the store then takes in: one that was lost is never asked for what it does not know.
 *
 * @param <E> what is decided
 */
public final class AdminDecisionService<E> {

    private final AdminDecisionRepository<E> store;
    private final AdminDecisionPublisher<E> announcer;

    /** Decisions in the given store, announced by the given announcer. */
    public AdminDecisionService(AdminDecisionRepository<E> store, AdminDecisionPublisher<E> announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    /**
     * A decision as it stands.
     *
     * @throws StateNotLoadedException while that is not known
     */
    public Optional<AdminDecision<E>> find(String key) {
        restoreFromTopic(key);
        return store.find(key);
    }

    /**
     * Writes a decision down, to be announced.
     *
     * @param before the version it was made on; 0 for none
     * @return false, with nothing changed, if there is another version by now
     * @throws StateNotLoadedException while that is not known
     */
    public boolean save(AdminDecision<E> decision, long before) {
        restoreFromTopic(decision.key());
        return store.save(decision, before);
    }

    /**
     * Announces a decision as it stands now, unless that was done.
     *
     * @throws DeliveryFailedException if that did not come about within bounded time; the decision stays to be announced
     */
    public void publish(String key) {
        if (!store.find(key).equals(announcer.findPublished(key))) {
            announcer.publish(key);
        }
    }

    private void restoreFromTopic(String key) {
        announcer.findPublished(key).ifPresent(store::restoreIfNewer);
    }
}
