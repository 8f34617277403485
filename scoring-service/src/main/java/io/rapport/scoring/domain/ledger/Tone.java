package io.rapport.scoring.domain.ledger;

/** Which way a message leans. The order is part of the stored form. */
public enum Tone {
    /** Neither way, or nobody knows. */
    NONE,
    /** A polarity of 0.05 or more. */
    POSITIVE,
    /** A polarity of -0.05 or less. */
    NEGATIVE;

    /** The tone of a polarity in millionths, or of {@link Entry#NOT_JUDGED}. */
    public static Tone of(int polarity) {
        if (polarity == Entry.NOT_JUDGED || Math.abs(polarity) < Entry.TELLING_POLARITY) {
            return NONE;
        }
        return polarity > 0 ? POSITIVE : NEGATIVE;
    }
}
