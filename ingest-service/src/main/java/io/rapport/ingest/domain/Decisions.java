package io.rapport.ingest.domain;

import java.util.Optional;

/**
 * What humans decided, for those who decide. A decision is what the store says or, where the store lacks it or is behind,
 * what was announced of it, which the store then takes in: one that was lost is never asked for what it does not know.
 *
 * @param <E> what is decided
 */
public final class Decisions<E> {

    private final DecisionStore<E> store;
    private final Announcer<E> announcer;

    /** Decisions in the given store, announced by the given announcer. */
    public Decisions(DecisionStore<E> store, Announcer<E> announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    /**
     * A decision as it stands.
     *
     * @throws NotReadYet while that is not known
     */
    public Optional<Decision<E>> find(String key) {
        takeIn(key);
        return store.find(key);
    }

    /**
     * Writes a decision down, to be announced.
     *
     * @param before the version it was made on; 0 for none
     * @return false, with nothing changed, if there is another version by now
     * @throws NotReadYet while that is not known
     */
    boolean save(Decision<E> decision, long before) {
        takeIn(decision.key());
        return store.save(decision, before);
    }

    /**
     * Announces a decision as it stands now, unless that was done.
     *
     * @throws NotDelivered if that did not come about within bounded time; the decision stays to be announced
     */
    void announce(String key) {
        if (!store.find(key).equals(announcer.announced(key))) {
            announcer.announce(key);
        }
    }

    private void takeIn(String key) {
        announcer.announced(key).ifPresent(store::takeIn);
    }
}
