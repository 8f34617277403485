package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
 * @param ahead engagements of days after the brand's current day, neither duplicates nor rejected; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountBalance(
        long received,
        long scored,
        long bot,
        long staff,
        long paid,
        long post,
        long duplicates,
        long rejected,
        @Nullable Long ahead) {

    /** A balance without engagements ahead of the brand's day. */
    public AccountBalance(
            long received, long scored, long bot, long staff, long paid, long post, long duplicates, long rejected) {
        this(received, scored, bot, staff, paid, post, duplicates, rejected, null);
    }
}
