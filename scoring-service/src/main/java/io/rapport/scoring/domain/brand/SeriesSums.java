package io.rapport.scoring.domain.brand;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.score.KindSum;
import io.rapport.contracts.score.RorSums;
import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a brand's series adds up to over some days. */
final class SeriesSums {

    private final long[] sums = new long[BrandColumns.SERIES_COUNT];
    private final ScoringModel model;

    /** Sums up the days from {@code first} to {@code last}, both included. */
    SeriesSums(Cells series, int first, int last, ScoringModel model) {
        this.model = model;
        var end = series.from(last + 1);
        for (int i = series.from(first); i < end; i++) {
            sums[series.column(i)] += series.value(i);
        }
    }

    RorSums ror() {
        var returned = total(LedgerColumns.INBOUND);
        var invested = total(LedgerColumns.OUTBOUND);
        return new RorSums(returned, invested, invested == 0 ? null : returned / invested);
    }

    /** Each direction and kind there was, inbound first. */
    List<KindSum> kinds() {
        var kinds = new ArrayList<KindSum>();
        for (int column = 0; column < LedgerColumns.TIMED; column++) {
            var count = count(column);
            if (count != 0) {
                var direction = column < LedgerColumns.OUTBOUND ? Direction.INBOUND : Direction.OUTBOUND;
                kinds.add(new KindSum(direction, LedgerColumns.kind(column), count, value(column)));
            }
        }
        return kinds;
    }

    /** What part of all outbound a total is; null when there was none. */
    @Nullable
    Double shareOfOutbound(int column) {
        var all = sums[BrandColumns.ALL_OUTBOUND];
        return all == 0 ? null : (double) sums[column] / all;
    }

    private double total(int block) {
        double total = 0;
        for (int column = block; column < block + LedgerColumns.BLOCK; column++) {
            total += value(column);
        }
        return total;
    }

    private long count(int column) {
        return column < LedgerColumns.OUTBOUND ? sums[column] : sums[column] + sums[LedgerColumns.timed(column)];
    }

    private double value(int column) {
        if (count(column) == 0) {
            return 0;
        }
        var kind = LedgerColumns.kind(column);
        return column < LedgerColumns.OUTBOUND
                ? sums[column] * model.weightsOf(kind).returned()
                : sums[column] * model.effortOf(kind)
                        + LedgerColumns.effortOfMinutes(sums[LedgerColumns.minutes(column)]);
    }
}
