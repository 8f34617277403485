package io.rapport.report.domain.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes, changes and deletes subscriptions. */
public final class SubscriptionService {

    /** The largest number of subscriptions of a brand. */
    public static final int MAX_PER_BRAND = 50;

    private static final int MAX_ATTEMPTS = 5;

    private final SubscriptionRepository subscriptions;
    private final DecisionRecorder<SubscriptionSaved> recorder;

    /** A service on this repository and the recorder of its states. */
    public SubscriptionService(SubscriptionRepository subscriptions, DecisionRecorder<SubscriptionSaved> recorder) {
        this.subscriptions = subscriptions;
        this.recorder = recorder;
    }

    /**
     * The subscriptions of a brand.
     *
     * @throws DecisionRejectedException while earlier ones are still being read
     */
    public List<SubscriptionSaved> findAll(BrandKey brand) {
        recorder.requireReady();
        return subscriptions.findAll(brand, MAX_PER_BRAND);
    }

    /** The subscription whose links have a hash; empty if there is none. */
    public Optional<SubscriptionSaved> findByLink(String linkHash) {
        recorder.requireReady();
        return subscriptions.findByLink(linkHash);
    }

    /**
     * Saves a new subscription.
     *
     * @throws DecisionRejectedException if the brand has as many as possible
     */
    public void add(SubscriptionSaved first) {
        DecisionRejectedException.require(findAll(first.brandKey()).size() < MAX_PER_BRAND, DecisionRejection.TOO_MANY);
        recorder.saveAndPublish(first);
    }

    /** Confirms the address of a subscription whose links have a hash; returns false if there is none. */
    public boolean confirm(String linkHash, Instant at, UnaryOperator<SubscriptionSaved> confirmed) {
        return findByLink(linkHash)
                .map(found -> found.confirmedAt() != null
                        || change(found, at, each -> each.confirmedAt() == null, confirmed)
                                .isPresent())
                .orElse(false);
    }

    /** Deletes the subscription whose links have a hash; returns false if there is none. */
    public boolean unsubscribe(String linkHash, Instant at) {
        return findByLink(linkHash)
                .map(found -> delete(found.brandKey(), found.id(), at))
                .orElse(false);
    }

    /** Deletes a subscription with its address; returns false if there is none. */
    public boolean delete(BrandKey brand, UUID id, Instant at) {
        recorder.requireReady();
        return subscriptions
                .find(brand, id)
                .flatMap(found -> change(found, at, each -> true, SubscriptionService::deleted))
                .isPresent();
    }

    /**
     * Changes a subscription; empty if it was deleted or does not fit any more.
     *
     * @param change of a state whose version and time are set already
     */
    public Optional<SubscriptionSaved> change(
            SubscriptionSaved subscription,
            Instant at,
            Predicate<SubscriptionSaved> fits,
            UnaryOperator<SubscriptionSaved> change) {
        for (var attempt = 1; ; attempt++) {
            var stored = subscriptions
                    .find(subscription.brandKey(), subscription.id())
                    .filter(each -> !each.deleted() && fits.test(each));
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            var next = change.apply(SubscriptionSavedBuilder.builder(stored.get())
                    .version(stored.get().version() + 1)
                    .at(at)
                    .build());
            try {
                recorder.saveAndPublish(next);
                return Optional.of(next);
            } catch (DecisionRejectedException e) {
                if (e.reason() != DecisionRejection.VERSION_CONFLICT || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static SubscriptionSaved deleted(SubscriptionSaved state) {
        return SubscriptionSavedBuilder.builder(state)
                .address("")
                .link("")
                .linkHash("")
                .confirmedAt(null)
                .month(null)
                .progress(MailProgress.NONE)
                .deleted(true)
                .by("")
                .build();
    }
}
