package io.rapport.report.domain.engagement;

/** A correction of a sentiment was rejected. */
public final class CorrectionRejectedException extends RuntimeException {

    private final CorrectionRejection reason;

    CorrectionRejectedException(CorrectionRejection reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why a correction is rejected. */
    public enum CorrectionRejection {
        /** The engagement is unknown. */
        UNKNOWN_ENGAGEMENT,
        /** The engagement is not inbound or has no text. */
        NO_INBOUND_TEXT,
        /** The expected version is not the stored one: the sentiment was corrected meanwhile. */
        VERSION_CONFLICT,
        /** The projections have not caught up, so that the stored version may be an old one. */
        NOT_READY
    }

    /** Why the correction was rejected. */
    public CorrectionRejection reason() {
        return reason;
    }
}
