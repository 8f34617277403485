package io.rapport.scoring.metrics;

/** What became of an engagement. The order is part of the stored form: add new ones at the end. */
public enum EngagementOutcome {
    /** In a ledger that scores. */
    SCORED,
    /** Withheld: an automated account's. */
    BOT,
    /** Withheld: a staff handle's. */
    STAFF,
    /** Withheld: paid for. */
    PAID,
    /** Withheld: a post to nobody in particular. */
    POST,
    /** Seen before, with the same body. */
    DUPLICATE,
    /** Seen before, with another body. */
    REJECTED
}
