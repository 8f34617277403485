package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Decision;
import java.util.Objects;
import java.util.UUID;

/**
 * A decision on its way, written into the leading person's document before anything else happens. It takes effect when
 * the other person tells it; until then it can only be given up, from then on only be finished.
 *
 * @param decision as the leading person will tell it
 * @param otherRevision the revision of the other person it was made for, or {@link #ABSENT}
 */
public record DecisionIntent(Decision decision, long otherRevision) {

    /** The other person is yet to be made. */
    public static final long ABSENT = -1;

    public UUID otherPerson() {
        return Objects.requireNonNull(decision.other(), "A decision about two people names the other");
    }
}
