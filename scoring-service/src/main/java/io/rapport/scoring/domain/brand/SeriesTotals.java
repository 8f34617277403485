package io.rapport.scoring.domain.brand;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.RorSums;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Totals of a brand's series over a range of days. */
final class SeriesTotals {

    private static final RorSums NONE = new RorSums(0, 0, null);

    private final long[] sums = new long[BrandColumns.SERIES_COUNT];
    private final ScoringModel model;
    private final boolean isEmpty;

    /** Sums the days from {@code first} to {@code last}, inclusive. */
    SeriesTotals(LedgerCells series, int first, int last, ScoringModel model) {
        this.model = model;
        var begin = series.firstIndex(first);
        var end = series.firstIndex(last + 1);
        this.isEmpty = begin >= end;
        for (int i = begin; i < end; i++) {
            sums[series.column(i)] += series.value(i);
        }
    }

    RorSums ror() {
        if (isEmpty) {
            return NONE;
        }
        var returned = total(EngagementColumns.INBOUND);
        var invested = total(EngagementColumns.OUTBOUND);
        return new RorSums(returned, invested, invested == 0 ? null : returned / invested);
    }

    /** Count and value of each direction and kind with an engagement, inbound first. */
    List<KindSum> kinds() {
        var kinds = new ArrayList<KindSum>();
        for (int column = 0; column < EngagementColumns.TIMED; column++) {
            var count = count(column);
            if (count != 0) {
                var direction = column < EngagementColumns.OUTBOUND ? Direction.INBOUND : Direction.OUTBOUND;
                kinds.add(new KindSum(direction, EngagementColumns.kind(column), count, value(column)));
            }
        }
        return kinds;
    }

    /** Number of outbound engagements with people, after the daily cap. */
    long outbound() {
        long outbound = 0;
        for (int column = EngagementColumns.OUTBOUND; column < EngagementColumns.TIMED; column++) {
            outbound += count(column);
        }
        return outbound;
    }

    /** Share of a total in all outbound engagements; null if there were none. */
    @Nullable
    Double shareOfOutbound(int column) {
        var all = sums[BrandColumns.ALL_OUTBOUND];
        return all == 0 ? null : (double) sums[column] / all;
    }

    private double total(int block) {
        double total = 0;
        for (int column = block; column < block + EngagementColumns.BLOCK; column++) {
            total += value(column);
        }
        return total;
    }

    private long count(int column) {
        return column < EngagementColumns.OUTBOUND
                ? sums[column]
                : sums[column] + sums[EngagementColumns.timed(column)];
    }

    private double value(int column) {
        if (count(column) == 0) {
            return 0;
        }
        var kind = EngagementColumns.kind(column);
        return column < EngagementColumns.OUTBOUND
                ? sums[column] * model.weightsOf(kind).returned()
                : sums[column] * model.effortOf(kind)
                        + EngagementColumns.effortOfMinutes(sums[EngagementColumns.minutes(column)]);
    }
}
