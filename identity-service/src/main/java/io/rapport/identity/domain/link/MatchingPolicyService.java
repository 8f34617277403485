package io.rapport.identity.domain.link;

import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.store.PolicyRepository;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.matching.outcome.MatchThresholds;
import java.time.Instant;
import java.util.List;

/** How each brand lets its handles be matched. */
public final class MatchingPolicyService {

    private final PolicyRepository policies;
    private final IdentityEventPublisher announcer;

    public MatchingPolicyService(PolicyRepository policies, IdentityEventPublisher announcer) {
        this.policies = policies;
        this.announcer = announcer;
    }

    /** The brand's policy; version 0 is the one that holds until a brand sets its own. */
    public PolicySet find(BrandKey brand) {
        return policies.find(brand)
                .orElseGet(() -> new PolicySet(
                        brand.agency(),
                        brand.brand(),
                        true,
                        MatchThresholds.SHIPPED.merge(),
                        MatchThresholds.SHIPPED.review(),
                        List.of(),
                        0,
                        "Rapport",
                        Instant.EPOCH));
    }

    /**
     * Sets a brand's policy. It holds at once for whatever is matched from now on; what was merged stays merged.
     *
     * @param wanted everything but the version
     * @return the policy as it holds now, published if the broker is there, else later
     * @throws IllegalArgumentException if its thresholds are none
     * @throws DecisionRefusedException if somebody else set it at the same moment
     */
    public PolicySet update(PolicySet wanted) {
        thresholds(wanted);
        var next = withVersion(wanted, find(wanted.brandKey()).version() + 1);
        if (!policies.replace(next)) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
        }
        try {
            publish(List.of(next));
        } catch (IdentityEventPublisher.NotPublishedException e) {
            // Stored is what counts: it stays due, and is published when the broker is back.
            return next;
        }
        return next;
    }

    public void publishPending() {
        publish(policies.findUnpublished());
    }

    /** The same policy, but nothing is merged by likeness. */
    public static PolicySet withoutInference(PolicySet policy) {
        return new PolicySet(
                policy.agency(),
                policy.brand(),
                false,
                policy.autoThreshold(),
                policy.reviewThreshold(),
                policy.unstitchableChannels(),
                policy.version(),
                policy.by(),
                policy.at());
    }

    public static MatchThresholds thresholds(PolicySet policy) {
        return new MatchThresholds(policy.autoThreshold(), policy.reviewThreshold());
    }

    private void publish(List<PolicySet> due) {
        if (!due.isEmpty()) {
            announcer.publishPolicies(due);
            due.forEach(policies::markPublished);
        }
    }

    private static PolicySet withVersion(PolicySet policy, long version) {
        return new PolicySet(
                policy.agency(),
                policy.brand(),
                policy.inference(),
                policy.autoThreshold(),
                policy.reviewThreshold(),
                policy.unstitchableChannels(),
                version,
                policy.by(),
                policy.at());
    }
}
