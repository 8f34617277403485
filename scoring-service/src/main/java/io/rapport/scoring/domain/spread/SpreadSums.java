package io.rapport.scoring.domain.spread;

import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.policy.ChangePolicy;
import org.jspecify.annotations.Nullable;

/** Sums of a brand's cascades of one tone over a range of days. */
final class SpreadSums {

    private final MessageTone tone;
    private final DurationHistogram toFirst;
    private final DurationHistogram toFifth;
    private long parents;
    private long children;
    private long rootOnly;

    /** Sums the days from {@code first} to {@code last}, inclusive. */
    SpreadSums(SpreadLedger ledger, MessageTone tone, int first, int last) {
        this.tone = tone;
        this.toFirst = durations(ledger.durations(SpreadLedger.TO_FIRST, tone), first, last);
        this.toFifth = durations(ledger.durations(SpreadLedger.TO_FIFTH, tone), first, last);
        var totals = ledger.totals();
        for (int i = totals.firstIndex(first); i < totals.firstIndex(last + 1); i++) {
            add(totals.column(i), totals.value(i));
        }
    }

    ReproductionNumber reproduction() {
        if (!ChangePolicy.isReproductionMeasurable(parents, rootOnly)) {
            return new ReproductionNumber(null, null, null, parents, children, false);
        }
        var posterior = new GammaPosterior(children, parents);
        return new ReproductionNumber(
                (double) children / parents, posterior.lowerBound(), posterior.upperBound(), parents, children, true);
    }

    @Nullable
    Double secondsToFirst() {
        return toFirst.median();
    }

    @Nullable
    Double secondsToFifth() {
        return toFifth.median();
    }

    private void add(int column, long value) {
        parents += column == BrandColumns.toneColumn(SpreadLedger.PARENTS, tone) ? value : 0;
        children += column == BrandColumns.toneColumn(SpreadLedger.CHILDREN, tone) ? value : 0;
        rootOnly += column == BrandColumns.toneColumn(SpreadLedger.ROOT_ONLY, tone) ? value : 0;
    }

    private static DurationHistogram durations(LedgerCells cells, int first, int last) {
        var histogram = new DurationHistogram();
        for (int i = cells.firstIndex(first); i < cells.firstIndex(last + 1); i++) {
            histogram.add(cells.column(i), cells.value(i));
        }
        return histogram;
    }
}
