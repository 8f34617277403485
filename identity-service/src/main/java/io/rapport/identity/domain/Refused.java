package io.rapport.identity.domain;

/** A decision that cannot be made. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** Refused for a reason. */
    Refused(Why why) {
        super(why.sentence);
        this.why = why;
    }

    /** The reason. */
    public Why why() {
        return why;
    }

    /** Why a decision cannot be made. */
    public enum Why {
        UNKNOWN_PERSON("There is no such person."),
        SAME_PERSON("Both are the same person already."),
        DISTINCT("It was said that these are not the same person. Send \"override\": true to say otherwise."),
        NOT_THEIRS("One of the handles does not belong to this person."),
        NOT_MERGED("The handles cannot be given to somebody who was not merged into this person."),
        NO_HANDLES("Say which handles to split off."),
        ALL_HANDLES("These are all of the person's handles: nothing would be left to split them from."),
        CONFLICT("Somebody decided something else about these people just now. Look again, then decide.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }
}
