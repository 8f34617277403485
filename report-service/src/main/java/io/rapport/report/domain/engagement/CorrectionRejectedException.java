package io.rapport.report.domain.engagement;

/** A sentiment was not corrected. */
public final class CorrectionRejectedException extends RuntimeException {

    private final CorrectionRejection reason;

    CorrectionRejectedException(CorrectionRejection because) {
        super(because.name());
        this.reason = because;
    }

    /** What stood against it. */
    public enum CorrectionRejection {
        /** Nobody has heard of the engagement. */
        UNKNOWN_ENGAGEMENT,
        /** It has no words of the other party's. */
        NO_INBOUND_TEXT,
        /** Somebody else corrected it meanwhile. */
        VERSION_CONFLICT,
        /** What was decided before is still being read. */
        NOT_READY
    }

    /** What stood against it. */
    public CorrectionRejection reason() {
        return reason;
    }
}
