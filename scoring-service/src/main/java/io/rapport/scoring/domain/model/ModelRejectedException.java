package io.rapport.scoring.domain.model;

/** Something cannot be done with a model, and why. Nothing was changed. */
public final class ModelRejectedException extends RuntimeException {

    /** What stands in the way. */
    public enum ModelRejectionReason {
        /** The brand has no such model. */
        UNKNOWN_MODEL,
        /** The version is taken by a model with other content. */
        CONTENT_CONFLICT,
        /** The brand has no day yet, so that nobody can be judged. */
        NO_DAY,
        /** Models are still being read. */
        NOT_READY
    }

    private final ModelRejectionReason why;

    public ModelRejectedException(ModelRejectionReason why, String message) {
        super(message);
        this.why = why;
    }

    /** What stands in the way. */
    public ModelRejectionReason reason() {
        return why;
    }
}
