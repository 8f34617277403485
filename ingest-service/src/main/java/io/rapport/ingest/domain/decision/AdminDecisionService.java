package io.rapport.ingest.domain.decision;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import java.util.Optional;

/**
 * Reads and changes decisions. The topic is the source of truth: a decision that the store lacks, or has in an older
 * version, is restored from the topic before it is read or changed.
 *
 * @param <E> the published event
 */
public final class AdminDecisionService<E> {

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
