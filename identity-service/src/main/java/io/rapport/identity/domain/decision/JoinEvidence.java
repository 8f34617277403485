package io.rapport.identity.domain.decision;

import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that two people are one.
 *
 * @param left somebody
 * @param right who they seem to be as well
 * @param handle the handle the evidence was found on; null between rows of the client list
 * @param rationale the rule, what it found and when
 * @param check what may be held against it, once both people are read
 */
public record JoinEvidence(PersonKey left, PersonKey right, @Nullable HandleKey handle, DecisionRationale rationale, JoinCheck check) {

    /** Why two people cannot be one. */
    @FunctionalInterface
    public interface JoinCheck {

        /** Deterministic evidence knows none. */
        JoinCheck NONE = (left, right) -> true;

        /** Whether the two may be one, as far as is known of both; who says no may keep a note of it. */
        boolean allows(PersonFamily left, PersonFamily right);
    }

    /** Beyond doubt. */
    public JoinEvidence(PersonKey left, PersonKey right, HandleKey handle, Evidence evidence, Instant at) {
        this(left, right, handle, new DecisionRationale(evidence.rule(), evidence.detail(), at), JoinCheck.NONE);
    }

    boolean isBy(EvidenceRule rule) {
        return rationale.by().equals(rule.name());
    }

    /**
     * Whether the person has another account on that channel already that was written so on the client list: the list
     * names one account, so a second one that later takes the same name is not meant.
     */
    public boolean hasOtherListedAccount(PersonFamily family) {
        if (handle == null || !isBy(EvidenceRule.CLIENT_LIST)) {
            return false;
        }
        var evidence = EvidenceRule.CLIENT_LIST.evidence(rationale.reason());
        return family.handles().stream()
                .anyMatch(held -> held.channel().equals(handle.channel())
                        && !held.handle().equals(handle.handle())
                        && held.evidence().contains(evidence));
    }
}
