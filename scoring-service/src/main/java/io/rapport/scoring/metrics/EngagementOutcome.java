package io.rapport.scoring.metrics;

/** The outcome of an engagement. The ordinals are stored: add new constants at the end. */
public enum EngagementOutcome {
    /** Counted in a ledger that is scored. */
    SCORED,
    /** Withheld: from an automated account. */
    BOT,
    /** Withheld: from a staff handle. */
    STAFF,
    /** Withheld: paid. */
    PAID,
    /** Withheld: a post without a recipient. */
    POST,
    /** Received before with the same body. */
    DUPLICATE,
    /** Received before with another body, or from an erased handle. */
    REJECTED,
    /** Replaced by a higher revision. */
    REVISED,
    /** Taken back by its source. */
    WITHDRAWN
}
