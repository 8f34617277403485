package io.rapport.report.domain.decision;

import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Saves versions of decisions of users, and publishes them.
 *
 * @param <E> the type of the decisions
 */
public final class DecisionRecorder<E> {

    private final BooleanSupplier caughtUp;
    private final Predicate<E> saver;
    private final Predicate<E> publisher;

    /**
     * A recorder on these operations.
     *
     * @param caughtUp whether all earlier decisions are in the repository, so that versions continue from there
     * @param saver saves the next version, as {@link DecisionRepository#saveNextVersion}
     * @param publisher publishes a decision, and returns whether that succeeded; if not, the outbox publishes it later
     */
    public DecisionRecorder(BooleanSupplier caughtUp, Predicate<E> saver, Predicate<E> publisher) {
        this.caughtUp = caughtUp;
        this.saver = saver;
        this.publisher = publisher;
    }

    /**
     * Checks that the stored versions are current; to be called before one is read.
     *
     * @throws DecisionRejectedException if they may be old ones
     */
    public void requireReady() {
        DecisionRejectedException.require(caughtUp.getAsBoolean(), DecisionRejection.NOT_READY);
    }

    /**
     * Saves the next version, and publishes it; returns whether the broker has acknowledged it.
     *
     * @throws DecisionRejectedException if another version was saved meanwhile
     */
    public boolean saveAndPublish(E next) {
        save(next);
        return publish(next);
    }

    /**
     * Saves the next version.
     *
     * @throws DecisionRejectedException if another version was saved meanwhile
     */
    public void save(E next) {
        DecisionRejectedException.require(saver.test(next), DecisionRejection.VERSION_CONFLICT);
    }

    /** Publishes a saved version; returns whether the broker has acknowledged it. */
    public boolean publish(E saved) {
        return publisher.test(saved);
    }

    /**
     * Checks the version that a user saw (optimistic lock).
     *
     * @param expected null for any
     * @throws DecisionRejectedException if another version is stored
     */
    public static void requireVersion(@Nullable Long expected, long stored) {
        DecisionRejectedException.require(expected == null || expected == stored, DecisionRejection.VERSION_CONFLICT);
    }
}
