package io.rapport.identity.domain.decision;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.PersonKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that two people are the same.
 *
 * @param left the owner of one of the records
 * @param right the owner of the other
 * @param handle the handle the evidence was found on; null between rows of the client list
 * @param rationale the rule, its finding and the time
 * @param check a veto on the join, evaluated with the current state of both people
 */
public record JoinEvidence(
        PersonKey left, PersonKey right, @Nullable HandleKey handle, DecisionRationale rationale, JoinCheck check) {

    /** A veto on a join. */
    @FunctionalInterface
    public interface JoinCheck {

        /** Allows every join: the check of deterministic evidence. */
        JoinCheck NONE = (left, right) -> true;

        /** Whether the two people may be joined. */
        boolean allows(PersonFamily left, PersonFamily right);
    }

    /** Deterministic evidence. */
    public JoinEvidence(
            PersonKey left, PersonKey right, HandleKey handle, Evidence evidence, Instant at, JoinCheck check) {
        this(left, right, handle, new DecisionRationale(evidence.rule(), evidence.detail(), at), check);
    }

    boolean isBy(EvidenceRule rule) {
        return rationale.by().equals(rule.name());
    }

    /**
     * Whether the person already has another account on that channel that matched the same client-list entry. The
     * entry names one account, so that a second account that later takes the same name is not meant.
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
