package io.rapport.report.domain.decision;

/** A decision of a user was rejected; nothing was changed. */
public final class DecisionRejectedException extends RuntimeException {

    private final DecisionRejection reason;

    /** A rejection with its reason. */
    public DecisionRejectedException(DecisionRejection reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why a decision is rejected. */
    public enum DecisionRejection {
        /** The expected version is not the stored one: another user decided meanwhile. */
        VERSION_CONFLICT,
        /** The projections have not caught up, so that the stored version may be an old one. */
        NOT_READY,
        /** What is to be changed does not exist. */
        UNKNOWN,
        /** As many as possible exist already. */
        TOO_MANY,
        /** The engagement whose sentiment is to be corrected is not inbound or has no text. */
        NO_INBOUND_TEXT,
        /** The person has written nothing that could wait for an answer. */
        NOTHING_ASKED,
        /** There is no decision to undo. */
        NOTHING_DISMISSED
    }

    /** Rejects a decision unless a condition is met. */
    public static void require(boolean condition, DecisionRejection otherwise) {
        if (!condition) {
            throw new DecisionRejectedException(otherwise);
        }
    }

    /** Why the decision was rejected. */
    public DecisionRejection reason() {
        return reason;
    }
}
