package io.rapport.report.domain.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions, deleted ones included, so that their versions continue. */
public interface SubscriptionRepository extends DecisionRepository<SubscriptionSaved> {

    /** The subscriptions of a brand that are not deleted, at most this number. */
    List<SubscriptionSaved> findAll(BrandKey brand, int limit);

    /** A subscription of a brand, also a deleted one; empty if there never was one. */
    Optional<SubscriptionSaved> find(BrandKey brand, UUID id);

    /**
     * The subscription whose links have a hash; empty if there is none or it was deleted.
     *
     * @param linkHash SHA-256, lower-case hex
     */
    Optional<SubscriptionSaved> findByLink(String linkHash);
}
