package io.rapport.report.domain.brand;

import io.rapport.contracts.score.AccountBalance;

/**
 * What became of every engagement that scoring received: {@code received = scored + withheld + duplicates + rejected}.
 *
 * @param rejected set aside by scoring: the same id with another body
 * @param balances whether the sums are equal
 */
public record EngagementBalance(long received, long scored, Withheld withheld, long duplicates, long rejected, boolean balances) {

    /** Kept out of every score, by reason. */
    public record Withheld(long bot, long staff, long paid, long post) {

        long sum() {
            return bot + staff + paid + post;
        }
    }

    /** The balance of these accounts. */
    public static EngagementBalance of(AccountBalance from) {
        var withheld = new Withheld(from.bot(), from.staff(), from.paid(), from.post());
        var accounted = from.scored() + withheld.sum() + from.duplicates() + from.rejected();
        return new EngagementBalance(
                from.received(),
                from.scored(),
                withheld,
                from.duplicates(),
                from.rejected(),
                from.received() == accounted);
    }
}
