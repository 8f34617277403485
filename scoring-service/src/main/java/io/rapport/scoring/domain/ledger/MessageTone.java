package io.rapport.scoring.domain.ledger;

/** Polarity class of a message. The order is part of the stored form. */
public enum MessageTone {
    /** Neutral, or not judged. */
    NONE,
    /** A polarity of 0.05 or more. */
    POSITIVE,
    /** A polarity of -0.05 or less. */
    NEGATIVE;

    /** The tone of a polarity in millionths, or of {@link LedgerEntry#NOT_JUDGED}. */
    public static MessageTone of(int polarity) {
        if (polarity == LedgerEntry.NOT_JUDGED || Math.abs(polarity) < LedgerEntry.TONE_THRESHOLD) {
            return NONE;
        }
        return polarity > 0 ? POSITIVE : NEGATIVE;
    }
}
