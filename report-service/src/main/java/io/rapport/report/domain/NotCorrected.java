package io.rapport.report.domain;

/** A sentiment was not corrected. */
public final class NotCorrected extends RuntimeException {

    private final Because because;

    NotCorrected(Because because) {
        super(because.name());
        this.because = because;
    }

    /** What stood against it. */
    public enum Because {
        /** Nobody has heard of the engagement. */
        UNKNOWN_ENGAGEMENT,
        /** It has no words of the other party's. */
        NO_WORDS,
        /** Somebody else corrected it meanwhile. */
        OVERTAKEN,
        /** What was decided before is still being read. */
        NOT_READY
    }

    /** What stood against it. */
    public Because because() {
        return because;
    }
}
