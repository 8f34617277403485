package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision is not possible. */
public final class DecisionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final transient @Nullable Decision conflict;

    /** A refusal without a conflicting decision. */
    public DecisionRefusedException(RefusalReason reason) {
        this(reason, Optional.empty());
    }

    /** A refusal because of an earlier decision. */
    DecisionRefusedException(RefusalReason reason, Optional<Decision> conflict) {
        super(reason.sentence);
        this.reason = reason;
        this.conflict = conflict.orElse(null);
    }

    /** The earlier decision that conflicts, if known. */
    public Optional<Decision> conflictingDecision() {
        return Optional.ofNullable(conflict);
    }

    /** The reason. */
    public RefusalReason reason() {
        return reason;
    }

    /** Why a decision is not possible. */
    public enum RefusalReason {
        UNKNOWN_PERSON("There is no such person."),
        SAME_PERSON("Both are the same person already."),
        DISTINCT(
                "These two people are recorded as distinct. Revoke that with DELETE …/people/{one}/distinct/{other} and a"
                        + " reason, or send \"override\": true."),
        NOT_DISTINCT("These two people are not recorded as distinct."),
        UNKNOWN_REVIEW("There is no such suggestion, or it was decided long ago."),
        UNKNOWN_DECISION("There is no such decision about this person."),
        NOT_UNDOABLE("This decision is not about two people and cannot be undone."),
        ALREADY_UNDONE("This decision is undone already."),
        NOT_LAST("A later decision depends on this one. Undo that one first."),
        NOT_THEIRS("One of the handles does not belong to this person."),
        NOT_MERGED("The handles can only be given to a person who was merged into this one."),
        NO_HANDLES("Name the handles to split off."),
        ALL_HANDLES("These are all handles of the person: at least one has to stay."),
        CONFLICT("Another decision about these people was made concurrently. Reload them, then decide.");

        private final String sentence;

        RefusalReason(String sentence) {
            this.sentence = sentence;
        }
    }
}
