package io.rapport.identity.domain.link;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.PolicySetBuilder;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.matching.outcome.MatchThresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and updates the matching policy of each brand. */
public final class MatchingPolicyService {

    private final PolicyRepository policies;
    private final IdentityEventPublisher publisher;
    private final Map<BrandKey, ContactPolicy> contacts = new ConcurrentHashMap<>();

    public MatchingPolicyService(PolicyRepository policies, IdentityEventPublisher publisher) {
        this.policies = policies;
        this.publisher = publisher;
    }

    /** The brand's policy; version 0 is the default until the brand sets one. */
    public PolicySet find(BrandKey brand) {
        return policies.find(brand)
                .orElseGet(() -> PolicySetBuilder.builder()
                        .agency(brand.agency())
                        .brand(brand.brand())
                        .inference(true)
                        .autoThreshold(MatchThresholds.SHIPPED.merge())
                        .reviewThreshold(MatchThresholds.SHIPPED.review())
                        .unstitchableChannels(List.of())
                        .version(0)
                        .by("Rapport")
                        .at(Instant.EPOCH)
                        .build());
    }

    /**
     * Updates a brand's policy. Applies to matching from now on; existing links are kept.
     *
     * @param wanted the policy; its version is ignored
     * @return the stored policy; if the broker is unavailable, it is published later
     * @throws IllegalArgumentException if the thresholds are invalid
     * @throws DecisionRefusedException on a concurrent update
     */
    public PolicySet update(PolicySet wanted) {
        thresholds(wanted);
        var next = withVersion(wanted, find(wanted.brandKey()).version() + 1);
        if (!policies.replace(next)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
        }
        try {
            publish(List.of(next));
        } catch (NotPublishedException e) {
            // The stored policy is effective; it stays in the outbox until the broker is available.
            return next;
        }
        return next;
    }

    /** The contacts that are evidence under a policy; compiled again only when the brand's blocked values change. */
    public ContactPolicy contacts(PolicySet policy) {
        return Objects.requireNonNull(contacts.compute(
                policy.brandKey(),
                (brand, before) -> before != null && before.isOf(policy) ? before : ContactPolicy.of(policy)));
    }

    public void publishPending() {
        publish(policies.findUnpublished());
    }

    /** The policy with probabilistic merges turned off. */
    public static PolicySet withoutInference(PolicySet policy) {
        return PolicySetBuilder.builder(policy).inference(false).build();
    }

    public static MatchThresholds thresholds(PolicySet policy) {
        return new MatchThresholds(policy.autoThreshold(), policy.reviewThreshold());
    }

    private void publish(List<PolicySet> due) {
        if (!due.isEmpty()) {
            publisher.publishPolicies(due);
            due.forEach(policies::markPublished);
        }
    }

    private static PolicySet withVersion(PolicySet policy, long version) {
        return PolicySetBuilder.builder(policy).version(version).build();
    }
}
