package io.rapport.identity.domain.withdrawal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.PolicySetBuilder;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.link.MatchingPolicyService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The values that a brand blocked as evidence. A blocked value joins no people; the unions that rest on it are ended and suggested for
 * review.
 */
public final class BlockedContactService {

    /** The maximum number of blocked values of a brand. */
    public static final int MAX = 1_000;

    private static final String REASON = "The brand blocked the value that joined them";

    private final MatchingPolicyService policies;
    private final UnionFinder finder;
    private final UnionWithdrawal withdrawal;

    public BlockedContactService(MatchingPolicyService policies, UnionFinder finder, UnionWithdrawal withdrawal) {
        this.policies = policies;
        this.finder = finder;
        this.withdrawal = withdrawal;
    }

    /**
     * The result of a change.
     *
     * @param policy the policy with the blocked values
     * @param ended the number of unions that were ended
     */
    public record BlockResult(PolicySet policy, int ended) {}

    /** The policy that holds the blocked values. */
    public PolicySet policy(BrandKey brand) {
        return policies.find(brand);
    }

    /** The blocked values of a brand. */
    public List<BlockedContact> find(BrandKey brand) {
        return policies.find(brand).blocked();
    }

    /**
     * Blocks values in addition to those that are blocked.
     *
     * @throws IllegalArgumentException if there would be more than {@link #MAX}
     * @throws DecisionRefusedException on a concurrent change of the policy
     */
    public BlockResult block(BrandKey brand, List<BlockedContact> contacts, String by, Instant at) {
        return change(brand, before -> union(before, contacts), by, at);
    }

    /** Replaces the blocked values, with the exceptions of {@link #block}. */
    public BlockResult replace(BrandKey brand, List<BlockedContact> contacts, String by, Instant at) {
        return change(brand, before -> union(retained(before, contacts), contacts), by, at);
    }

    /** Allows a value again, with the exceptions of {@link #block}. Without effect if it is not blocked. */
    public BlockResult unblock(BrandKey brand, BlockedContact contact, String by, Instant at) {
        return change(
                brand,
                before -> before.stream().filter(each -> !isSame(each, contact)).toList(),
                by,
                at);
    }

    /**
     * Ends all unions of a brand that rest on blocked values. Idempotent; completes a change that was interrupted.
     *
     * @return the number of unions that were ended
     */
    public int enforce(BrandKey brand, Instant at) {
        var ids = policies.contacts(policies.find(brand)).blocked();
        return ids.isEmpty() ? 0 : withdrawal.end(finder.findByClaims(ids), EvidenceRule.BLOCKED_CONTACT, REASON, at);
    }

    private BlockResult change(BrandKey brand, UnaryOperator<List<BlockedContact>> change, String by, Instant at) {
        var before = policies.find(brand);
        var after = change.apply(before.blocked());
        if (after.size() > MAX) {
            throw new IllegalArgumentException("A brand can block at most " + MAX + " values.");
        }
        var policy = after.equals(before.blocked())
                ? before
                : policies.update(PolicySetBuilder.builder(before)
                        .blockedContacts(after.isEmpty() ? null : after)
                        .by(by)
                        .at(at)
                        .build());
        return new BlockResult(policy, enforce(brand, at));
    }

    /** A value that is blocked already keeps its reason. */
    private static List<BlockedContact> union(List<BlockedContact> before, List<BlockedContact> more) {
        var all = new ArrayList<>(before);
        for (var contact : more) {
            if (all.stream().noneMatch(each -> isSame(each, contact))) {
                all.add(contact);
            }
        }
        return List.copyOf(all);
    }

    private static List<BlockedContact> retained(List<BlockedContact> before, List<BlockedContact> wanted) {
        return before.stream()
                .filter(each -> wanted.stream().anyMatch(contact -> isSame(each, contact)))
                .toList();
    }

    private static boolean isSame(BlockedContact one, BlockedContact other) {
        return one.id().equals(other.id());
    }
}
