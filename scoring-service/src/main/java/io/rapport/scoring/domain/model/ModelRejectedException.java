package io.rapport.scoring.domain.model;

/** An operation on a model was rejected. Nothing was changed. */
public final class ModelRejectedException extends RuntimeException {

    /** Reason of a rejection. */
    public enum ModelRejectionReason {
        /** The brand has no such model. */
        UNKNOWN_MODEL,
        /** The version exists with other content. */
        CONTENT_CONFLICT,
        /** The brand has no day yet, so no person can be scored. */
        NO_DAY,
        /** The model topics have not been read to the end yet. */
        NOT_READY
    }

    private final ModelRejectionReason why;

    public ModelRejectedException(ModelRejectionReason why, String message) {
        super(message);
        this.why = why;
    }

    /** Reason of the rejection. */
    public ModelRejectionReason reason() {
        return why;
    }
}
