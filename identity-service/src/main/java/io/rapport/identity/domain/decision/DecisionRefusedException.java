package io.rapport.identity.domain.decision;

import io.rapport.contracts.identity.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision that cannot be made. */
public final class DecisionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RefusalReason why;
    private final transient @Nullable Decision because;

    /** Refused for a reason. */
    public DecisionRefusedException(RefusalReason why) {
        this(why, Optional.empty());
    }

    /** Refused because of what was decided before. */
    DecisionRefusedException(RefusalReason why, Optional<Decision> because) {
        super(why.sentence);
        this.why = why;
        this.because = because.orElse(null);
    }

    /** What was decided before that stands in the way, if it is known. */
    public Optional<Decision> because() {
        return Optional.ofNullable(because);
    }

    /** The reason. */
    public RefusalReason why() {
        return why;
    }

    /** Why a decision cannot be made. */
    public enum RefusalReason {
        UNKNOWN_PERSON("There is no such person."),
        SAME_PERSON("Both are the same person already."),
        DISTINCT(
                "It was said that these are not the same person. Say otherwise with DELETE …/people/{one}/distinct/{other} and a"
                        + " reason, or send \"override\": true."),
        NOT_DISTINCT("It was never said that these are not the same person, or no longer is."),
        UNKNOWN_REVIEW("There is no such suggestion, or it was settled long ago."),
        UNKNOWN_DECISION("There is no such decision about this person."),
        NOT_UNDOABLE("That is not a decision between two people: there is nothing to undo."),
        ALREADY_UNDONE("That was undone already."),
        NOT_LAST("Something that was decided later rests on this. Undo that first."),
        NOT_THEIRS("One of the handles does not belong to this person."),
        NOT_MERGED("The handles cannot be given to somebody who was not merged into this person."),
        NO_HANDLES("Say which handles to split off."),
        ALL_HANDLES("These are all of the person's handles: nothing would be left to split them from."),
        CONFLICT("Somebody decided something else about these people just now. Look again, then decide.");

        private final String sentence;

        RefusalReason(String sentence) {
            this.sentence = sentence;
        }
    }
}
