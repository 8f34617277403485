package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Evidence;
import java.time.Instant;

/**
 * Evidence that two people are one.
 *
 * @param left somebody
 * @param right who they seem to be as well
 * @param handle the handle the evidence was found on
 * @param evidence what was found
 * @param at when
 */
record Join(PersonKey left, PersonKey right, HandleKey handle, Evidence evidence, Instant at) {

    boolean isBy(Rule rule) {
        return evidence.rule().equals(rule.name());
    }

    /**
     * Whether the person has another account on that channel already that was written so on the client list: the list
     * names one account, so a second one that later takes the same name is not meant.
     */
    boolean isTaken(Family family) {
        return isBy(Rule.CLIENT_LIST)
                && family.handles().stream()
                        .anyMatch(held -> held.channel().equals(handle.channel())
                                && !held.handle().equals(handle.handle())
                                && held.evidence().contains(evidence));
    }
}
