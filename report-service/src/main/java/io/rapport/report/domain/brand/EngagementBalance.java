package io.rapport.report.domain.brand;

import io.rapport.contracts.score.AccountBalance;
import org.jspecify.annotations.Nullable;

/**
 * The balance of the engagements that scoring received: {@code received = scored + withheld + duplicates + rejected
 * + revised + withdrawn}.
 *
 * @param rejected engagements with the id of an earlier one and another content
 * @param revised engagements that a higher revision replaced
 * @param withdrawn engagements that the source took back
 * @param ahead engagements of days after the brand's current day; they are part of the other numbers
 * @param balances whether the equation holds
 */
public record EngagementBalance(
        long received,
        long scored,
        WithheldCounts withheld,
        long duplicates,
        long rejected,
        long revised,
        long withdrawn,
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
        var revised = orZero(from.revised());
        var withdrawn = orZero(from.withdrawn());
        var accounted = from.scored() + withheld.sum() + from.duplicates() + from.rejected() + revised + withdrawn;
        return new EngagementBalance(
                from.received(),
                from.scored(),
                withheld,
                from.duplicates(),
                from.rejected(),
                revised,
                withdrawn,
                orZero(from.ahead()),
                from.received() == accounted);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
