package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Optional;

/** Time a brand spent on its people, by kind of engagement. */
final class HoursInvested {

    private static final BigDecimal MILLI_MINUTES_PER_HOUR = BigDecimal.valueOf(60_000);
    private static final String UNIT = "hours";

    private HoursInvested() {}

    /** Sums the days from {@code first} to {@code last}, inclusive; empty if no time was recorded. */
    static Optional<ValueStream> overDays(LedgerCells series, int first, int last) {
        var sums = new long[BrandColumns.SERIES_COUNT];
        var end = series.firstIndex(last + 1);
        for (var i = series.firstIndex(first); i < end; i++) {
            sums[series.column(i)] += series.value(i);
        }
        long all = 0;
        long count = 0;
        var parts = new ArrayList<ValuePart>();
        for (var timed = EngagementColumns.TIMED; timed < EngagementColumns.MINUTES; timed++) {
            if (sums[timed] != 0) {
                var spent = sums[EngagementColumns.minutes(timed)];
                all += spent;
                count += sums[timed];
                parts.add(new ValuePart("OUTBOUND " + EngagementColumns.kind(timed), hours(spent), sums[timed]));
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(ValueFigures.stream(ValueKind.HOURS_INVESTED, UNIT, hours(all), count, parts));
    }

    private static BigDecimal hours(long milliMinutes) {
        var hours = BigDecimal.valueOf(milliMinutes)
                .divide(MILLI_MINUTES_PER_HOUR, EngagementMoney.SCALE, RoundingMode.HALF_EVEN);
        return ValueFigures.plain(hours);
    }
}
