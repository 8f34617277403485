package io.rapport.report.domain.conversation;

/** A decision that questions need no answer was rejected. */
public final class DismissalRejectedException extends RuntimeException {

    private final DismissalRejection reason;

    DismissalRejectedException(DismissalRejection reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why a decision is rejected. */
    public enum DismissalRejection {
        /** The person has written nothing that could wait for an answer. */
        NOTHING_ASKED,
        /** There is no decision to undo. */
        NOTHING_DISMISSED,
        /** Another user decides about the same person at the same time. */
        VERSION_CONFLICT,
        /** The projections have not caught up, so that the stored version may be an old one. */
        NOT_READY
    }

    /** Why the decision was rejected. */
    public DismissalRejection reason() {
        return reason;
    }
}
