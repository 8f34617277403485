package io.rapport.identity.domain.link;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which contacts and accounts are evidence under the matching policy of a brand. Compiled once for each policy. */
public final class ContactPolicy {

    private static final Set<String> CONTACT_RULES = Set.of("EMAIL", "PHONE", "EMAIL_HASH", "PHONE_HASH");

    private final BrandKey brand;
    private final boolean joinsMailboxes;
    private final List<BlockedContact> contacts;
    private final Set<String> blocked;
    private final List<IdentifierClaim> blockedClaims;

    private ContactPolicy(PolicySet policy) {
        this.brand = policy.brandKey();
        this.joinsMailboxes = policy.joinsMailboxes();
        this.contacts = policy.blocked();
        this.blocked = claimIds(brand, contacts);
        this.blockedClaims = blocked.stream().map(IdentifierClaim::of).toList();
    }

    /** The contacts that are evidence under a policy. */
    static ContactPolicy of(PolicySet policy) {
        return new ContactPolicy(policy);
    }

    /** Whether this was compiled from the values of the policy. */
    boolean isOf(PolicySet policy) {
        return joinsMailboxes == policy.joinsMailboxes()
                && brand.equals(policy.brandKey())
                && contacts.equals(policy.blocked());
    }

    /** Whether spellings of one mailbox are the same address. */
    boolean joinsMailboxes() {
        return joinsMailboxes;
    }

    /** The claims on values that are no evidence. */
    public Set<String> blocked() {
        return blocked;
    }

    /** The claims on blocked values. */
    public static Set<String> claimIds(BrandKey brand, Collection<BlockedContact> contacts) {
        return contacts.stream()
                .flatMap(contact -> claimIds(brand, contact).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> claimIds(BrandKey brand, BlockedContact contact) {
        var channel = contact.channel();
        return switch (contact.kind()) {
            case EMAIL -> List.of(IdentifierClaim.emailId(brand, contact.value()));
            case PHONE -> List.of(IdentifierClaim.phoneId(brand, contact.value()));
            case ACCOUNT -> channel == null ? List.of() : IdentifierClaim.accountIds(brand, channel, contact.value());
            case UNKNOWN -> List.of();
        };
    }

    /** Whether evidence of a match is a blocked value. A record that was indexed before the value was blocked still has it. */
    public boolean isBlocked(Evidence evidence) {
        return blockedClaims.stream().anyMatch(claim -> isOf(evidence, claim));
    }

    /** Whether evidence was found by a claim: by its account, or by the shortened hash of its contact. */
    public static boolean isOf(Evidence evidence, IdentifierClaim claim) {
        if (claim.accountName().isPresent()) {
            return DeterministicMatcher.listedDetail(claim).equals(evidence.detail());
        }
        var hash = EvidenceWaterfall.abbreviate(TopicKeys.split(claim.id()).get(3));
        return CONTACT_RULES.contains(evidence.rule()) && evidence.detail().contains(hash);
    }

    boolean allowsEmail(String hash) {
        return blocked.isEmpty() || !blocked.contains(IdentifierClaim.emailId(brand, hash));
    }

    boolean allowsPhone(String hash) {
        return blocked.isEmpty() || !blocked.contains(IdentifierClaim.phoneId(brand, hash));
    }

    boolean allowsAccount(String channel, String written) {
        return blocked.isEmpty()
                || IdentifierClaim.accountIds(brand, channel, written).stream().noneMatch(blocked::contains);
    }
}
