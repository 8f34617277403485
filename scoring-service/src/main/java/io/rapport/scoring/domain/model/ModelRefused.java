package io.rapport.scoring.domain.model;

/** Something cannot be done with a model, and why. Nothing was changed. */
public final class ModelRefused extends RuntimeException {

    /** What stands in the way. */
    public enum Why {
        /** The brand has no such model. */
        UNKNOWN_MODEL,
        /** The version is taken by a model with other content. */
        OTHER_CONTENT,
        /** The brand has no day yet, so that nobody can be judged. */
        NO_DAY,
        /** Models are still being read. */
        NOT_READ
    }

    private final Why why;

    ModelRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** What stands in the way. */
    public Why why() {
        return why;
    }
}
