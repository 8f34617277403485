package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.Tone;
import org.jspecify.annotations.Nullable;

/** What a brand's cascades of one tone add up to over some days. */
final class SpreadSums {

    private static final int FEWEST_PARENTS = 5;

    private final Tone tone;
    private final SecondsHistogram toFirst;
    private final SecondsHistogram toFifth;
    private long parents;
    private long children;
    private long rootOnly;

    /** Sums up the days from {@code first} to {@code last}, both included. */
    SpreadSums(SpreadLedger ledger, Tone tone, int first, int last) {
        this.tone = tone;
        this.toFirst = durations(ledger.durations(SpreadLedger.TO_FIRST, tone), first, last);
        this.toFifth = durations(ledger.durations(SpreadLedger.TO_FIFTH, tone), first, last);
        var totals = ledger.totals();
        for (int i = totals.from(first); i < totals.from(last + 1); i++) {
            take(totals.column(i), totals.value(i));
        }
    }

    ReproductionNumber reproduction() {
        var isMeasurable = parents >= FEWEST_PARENTS && 2 * rootOnly <= parents;
        if (!isMeasurable) {
            return new ReproductionNumber(null, null, null, parents, children, false);
        }
        var belief = new GammaPosterior(children, parents);
        return new ReproductionNumber((double) children / parents, belief.low(), belief.high(), parents, children, true);
    }

    @Nullable
    Double secondsToFirst() {
        return toFirst.median();
    }

    @Nullable
    Double secondsToFifth() {
        return toFifth.median();
    }

    private void take(int column, long value) {
        parents += column == BrandColumns.of(SpreadLedger.PARENTS, tone) ? value : 0;
        children += column == BrandColumns.of(SpreadLedger.CHILDREN, tone) ? value : 0;
        rootOnly += column == BrandColumns.of(SpreadLedger.ROOT_ONLY, tone) ? value : 0;
    }

    private static SecondsHistogram durations(Cells cells, int first, int last) {
        var histogram = new SecondsHistogram();
        for (int i = cells.from(first); i < cells.from(last + 1); i++) {
            histogram.add(cells.column(i), cells.value(i));
        }
        return histogram;
    }
}
