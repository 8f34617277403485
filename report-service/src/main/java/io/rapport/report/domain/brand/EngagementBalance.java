package io.rapport.report.domain.brand;

import io.rapport.contracts.score.AccountBalance;

/**
 * The balance of the engagements that scoring received: {@code received = scored + withheld + duplicates + rejected}.
 *
 * @param rejected engagements with the id of an earlier one and another content
 * @param ahead engagements of days after the brand's current day; they are part of the other numbers
 * @param balances whether the equation holds
 */
public record EngagementBalance(
        long received,
        long scored,
        WithheldCounts withheld,
        long duplicates,
        long rejected,
        long ahead,
        boolean balances) {

    /** Engagements that count in no score, by reason. */
    public record WithheldCounts(long bot, long staff, long paid, long post) {

        long sum() {
            return bot + staff + paid + post;
        }
    }

    /** Sums the accounts of scoring up. */
    public static EngagementBalance of(AccountBalance from) {
        var withheld = new WithheldCounts(from.bot(), from.staff(), from.paid(), from.post());
        var accounted = from.scored() + withheld.sum() + from.duplicates() + from.rejected();
        return new EngagementBalance(
                from.received(),
                from.scored(),
                withheld,
                from.duplicates(),
                from.rejected(),
                from.ahead() == null ? 0 : from.ahead(),
                from.received() == accounted);
    }
}
