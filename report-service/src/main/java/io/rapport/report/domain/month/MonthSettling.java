package io.rapport.report.domain.month;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the last month of each brand has been over. A month that is still followed by others, as while an older history is
 * replayed, has not settled. For one thread.
 */
public final class MonthSettling {

    private final Duration time;
    private final Map<BrandKey, LastMonth> lastMonths = new HashMap<>();

    private record LastMonth(YearMonth month, Instant since) {}

    /**
     * Months settle after this time.
     *
     * @param time since a month was first seen to be over
     */
    public MonthSettling(Duration time) {
        this.time = time;
    }

    /** Whether this has been the last month of a brand for long enough. */
    public boolean isSettled(BrandKey brand, YearMonth month, Instant now) {
        var known = lastMonths.get(brand);
        if (known == null || !known.month.equals(month)) {
            restart(brand, month, now);
            return time.isZero();
        }
        return !now.isBefore(known.since.plus(time));
    }

    /** Begins to wait again. */
    public void restart(BrandKey brand, YearMonth month, Instant now) {
        lastMonths.put(brand, new LastMonth(month, now));
    }

    /** Forgets a brand whose last month is completed. */
    public void forget(BrandKey brand) {
        lastMonths.remove(brand);
    }
}
