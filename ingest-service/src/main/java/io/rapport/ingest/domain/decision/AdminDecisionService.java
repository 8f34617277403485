package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and changes decisions. The topic is the source of truth: a decision that the store lacks, or has in an older
 * version, is restored from the topic before it is read or changed.
 *
 * @param <E> the published event
 */
public final class AdminDecisionService<E> {

    private static final int ATTEMPTS = 10;

    private final AdminDecisionRepository<E> repository;
    private final AdminDecisionPublisher<E> publisher;

    /** Creates a service over a repository and a publisher. */
    public AdminDecisionService(AdminDecisionRepository<E> repository, AdminDecisionPublisher<E> publisher) {
        this.repository = repository;
        this.publisher = publisher;
    }

    /**
     * Finds a decision by its topic key.
     *
     * @throws StateNotLoadedException while the topic is being loaded
     */
    public Optional<AdminDecision<E>> find(String key) {
        restoreFromTopic(key);
        return repository.find(key);
    }

    /**
     * The result of an update.
     *
     * @param decision the current decision
     * @param created whether there was none before
     */
    public record Update<E>(AdminDecision<E> decision, boolean created) {}

    /**
     * Changes a decision as {@link #store} does, and publishes it.
     *
     * @throws StateNotLoadedException while the topic is being loaded
     * @throws DeliveryFailedException if other requests change the decision each time, or if it is not published yet; then
     *     it is published later, or by a repeated request
     */
    public Update<E> update(String key, Function<Optional<AdminDecision<E>>, AdminDecision<E>> change) {
        var update = store(key, change);
        publish(key);
        return update;
    }

    /**
     * Changes a decision and stores it as pending. If another request changes the decision at the same time, the change is
     * computed again.
     *
     * @param change computes the new decision from the stored one; returns the stored one for no change
     * @throws StateNotLoadedException while the topic is being loaded
     * @throws DeliveryFailedException if other requests change the decision each time
     */
    public Update<E> store(String key, Function<Optional<AdminDecision<E>>, AdminDecision<E>> change) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = find(key);
            var after = change.apply(before);
            var unchanged = before.filter(after::equals).isPresent();
            if (unchanged || save(after, before.map(AdminDecision::version).orElse(0L))) {
                return new Update<>(after, before.isEmpty());
            }
        }
        throw new DeliveryFailedException("Concurrent changes of the decision");
    }

    /**
     * Revokes a decision and publishes its tombstone. A revoked decision stays as it is.
     *
     * @return false if there is no decision, not even a revoked one
     * @throws StateNotLoadedException while the topic is being loaded
     * @throws DeliveryFailedException as {@link #update} does
     */
    public boolean withdraw(String key) {
        if (find(key).isEmpty()) {
            return false;
        }
        update(key, before -> {
            var decision = before.orElseThrow();
            return decision.withdrawn() ? decision : decision.withdraw();
        });
        return true;
    }

    /**
     * Stores a decision as pending, with an optimistic lock. {@link #publish} publishes it.
     *
     * @param before the version that the decision replaces; 0 for none
     * @return false, without a change, if the stored version is another one
     * @throws StateNotLoadedException while the topic is being loaded
     */
    public boolean save(AdminDecision<E> decision, long before) {
        restoreFromTopic(decision.key());
        return repository.save(decision, before);
    }

    /**
     * Publishes the current version of a decision, unless it is on the topic already.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge within bounded time; the decision stays pending
     */
    public void publish(String key) {
        if (!repository.find(key).equals(publisher.findPublished(key))) {
            publisher.publish(key);
        }
    }

    private void restoreFromTopic(String key) {
        publisher.findPublished(key).ifPresent(repository::restoreIfNewer);
    }
}
