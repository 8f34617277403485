package io.rapport.contracts.score;

/**
 * What became of every engagement scoring received for a brand: each is counted once, so that
 * {@code received = scored + bot + staff + paid + post + duplicates + rejected} at all times.
 *
 * @param received read from the topic
 * @param scored in a ledger that scores
 * @param bot withheld: an automated account's
 * @param staff withheld: a staff handle's
 * @param paid withheld: paid for
 * @param post withheld: a post to nobody in particular
 * @param duplicates seen before, with the same body
 * @param rejected seen before, with another body
 */
public record AccountBalance(
        long received, long scored, long bot, long staff, long paid, long post, long duplicates, long rejected) {}
