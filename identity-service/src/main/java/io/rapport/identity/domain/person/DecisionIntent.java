package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Decision;
import java.util.Objects;
import java.util.UUID;

/**
 * A decision that is not completed, stored in the leading person's document first. It is committed when the other
 * person records it: before that it can only be aborted, afterwards only completed.
 *
 * @param decision as the leading person will record it
 * @param otherRevision the revision of the other person it was planned for, or {@link #ABSENT}
 */
public record DecisionIntent(Decision decision, long otherRevision) {

    /** The other person is not inserted yet. */
    public static final long ABSENT = -1;

    public UUID otherPerson() {
        return Objects.requireNonNull(decision.other(), "A decision about two people names the other");
    }
}
