package io.rapport.scoring.domain.value;

import io.rapport.contracts.score.ValueKind;
import io.rapport.contracts.score.ValuePart;
import io.rapport.contracts.score.ValueStream;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Optional;

/** The time a brand spent with its people, by what it spent it on. */
final class HoursInvested {

    private static final BigDecimal MILLI_MINUTES_PER_HOUR = BigDecimal.valueOf(60_000);
    private static final String UNIT = "hours";

    private HoursInvested() {}

    /** Of the days from {@code first} to {@code last}, both included; empty when no time was noted. */
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
                : Optional.of(new ValueStream(
                        ValueKind.HOURS_INVESTED, UNIT, hours(all), count, ValueFigures.largest(parts)));
    }

    private static BigDecimal hours(long milliMinutes) {
        var hours = BigDecimal.valueOf(milliMinutes)
                .divide(MILLI_MINUTES_PER_HOUR, EngagementValueExtractor.SCALE, RoundingMode.HALF_EVEN);
        return ValueFigures.plain(hours);
    }
}
