package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of every engagement that scoring received for a brand. Each is counted once, so that
 * {@code received = scored + bot + staff + paid + post + duplicates + rejected + revised + withdrawn} at all
 * times.
 *
 * @param received read from the topic
 * @param scored counted in a ledger
 * @param bot excluded: of an automated account
 * @param staff excluded: of a staff handle
 * @param paid excluded: paid
 * @param post excluded: a public post
 * @param duplicates received before with the same body
 * @param rejected received before with another body
 * @param ahead engagements of days after the brand's current day, neither duplicates, rejected, revised nor withdrawn; null for
 *     none
 * @param revised replaced by a higher revision, which has an outcome of its own; null for none
 * @param withdrawn taken back by the source; null for none
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
        @Nullable Long ahead,
        @Nullable Long revised,
        @Nullable Long withdrawn) {

    /** A balance without engagements ahead of the brand's day and without revisions. */
    public AccountBalance(
            long received, long scored, long bot, long staff, long paid, long post, long duplicates, long rejected) {
        this(received, scored, bot, staff, paid, post, duplicates, rejected, null, null, null);
    }
}
