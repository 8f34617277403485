package io.rapport.contracts.score;

/**
 * The outcome of every engagement that scoring received for a brand. Each is counted once, so that
 * {@code received = scored + bot + staff + paid + post + duplicates + rejected} at all times.
 *
 * @param received read from the topic
 * @param scored counted in a ledger
 * @param bot excluded: of an automated account
 * @param staff excluded: of a staff handle
 * @param paid excluded: paid
 * @param post excluded: a public post
 * @param duplicates received before with the same body
 * @param rejected received before with another body
 */
public record AccountBalance(
        long received, long scored, long bot, long staff, long paid, long post, long duplicates, long rejected) {}
