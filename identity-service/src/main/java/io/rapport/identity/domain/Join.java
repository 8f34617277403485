package io.rapport.identity.domain;

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
 * @param said the rule, what it found and when
 * @param objection what may be held against it, once both people are read
 */
record Join(PersonKey left, PersonKey right, @Nullable HandleKey handle, Said said, Objection objection) {

    /** Why two people cannot be one. */
    @FunctionalInterface
    interface Objection {

        /** Deterministic evidence knows none. */
        Objection NONE = (left, right) -> true;

        /** Whether the two may be one, as far as is known of both; who says no may keep a note of it. */
        boolean allows(Family left, Family right);
    }

    /** Beyond doubt. */
    Join(PersonKey left, PersonKey right, HandleKey handle, Evidence evidence, Instant at) {
        this(left, right, handle, new Said(evidence.rule(), evidence.detail(), at), Objection.NONE);
    }

    boolean isBy(Rule rule) {
        return said.by().equals(rule.name());
    }

    /**
     * Whether the person has another account on that channel already that was written so on the client list: the list
     * names one account, so a second one that later takes the same name is not meant.
     */
    boolean isTaken(Family family) {
        if (handle == null || !isBy(Rule.CLIENT_LIST)) {
            return false;
        }
        var evidence = Rule.CLIENT_LIST.evidence(said.reason());
        return family.handles().stream()
                .anyMatch(held -> held.channel().equals(handle.channel())
                        && !held.handle().equals(handle.handle())
                        && held.evidence().contains(evidence));
    }
}
