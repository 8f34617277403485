package io.rapport.scoring.domain.service;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.policy.EvidencePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer rates and answer times of a brand, over the rolling windows. */
public final class AnswerStatistics {

    private static final int SECONDS_PER_MINUTE = 60;

    private final long[] sums = new long[ServiceLedger.COLUMNS];

    private AnswerStatistics(ServiceLedger ledger, int first, int last) {
        var cells = ledger.cells();
        var end = cells.firstIndex(last + 1);
        for (var i = cells.firstIndex(first); i < end; i++) {
            sums[cells.column(i)] += cells.value(i);
        }
    }

    /**
     * Computes the statistics over 7, 30 and 90 days up to and including {@code asOf}, shortest window first, by the day a
     * conversation was opened. Times have an error below 3 %; half a year is the longest time reported.
     *
     * @param asOf epoch day
     * @param targetMinutes the brand's target for answer times; null if it has none
     */
    public static List<ServiceWindow> of(ServiceLedger ledger, int asOf, @Nullable Integer targetMinutes) {
        return of(ledger, asOf, targetMinutes, FigureWindows.ROLLING);
    }

    /** Computes the statistics over other windows. */
    public static List<ServiceWindow> of(
            ServiceLedger ledger, int asOf, @Nullable Integer targetMinutes, FigureWindows windows) {
        var statistics = new ArrayList<ServiceWindow>(windows.count());
        for (var w = 0; w < windows.count(); w++) {
            statistics.add(overDays(ledger, asOf, windows.days(w)).window(windows.days(w), targetMinutes));
        }
        return List.copyOf(statistics);
    }

    /** Sums the conversations opened in the {@code days} up to {@code asOf}. */
    public static AnswerStatistics overDays(ServiceLedger ledger, int asOf, int days) {
        return new AnswerStatistics(ledger, asOf - days + 1, asOf);
    }

    /** Number of conversations answered in public. */
    public long answeredInPublic() {
        return sums[ServiceLedger.IN_PUBLIC];
    }

    private ServiceWindow window(int days, @Nullable Integer targetMinutes) {
        var opened = sums[ServiceLedger.OPENED];
        var answered = sums[ServiceLedger.ANSWERED];
        return new ServiceWindow(
                days,
                opened,
                answered,
                answeredInPublic(),
                opened - answered,
                quantile(1, 2),
                quantile(9, 10),
                targetMinutes,
                targetMinutes == null || opened == 0 ? null : (double) answersWithin(targetMinutes) / opened,
                EvidencePolicy.of(opened));
    }

    /** Quantile {@code part / of} of the answer times in seconds; null without answers. */
    private @Nullable Double quantile(long part, long of) {
        var rank = (sums[ServiceLedger.ANSWERED] * part + of - 1) / of;
        long answers = 0;
        for (var i = 0; i < AnswerTimeClasses.COUNT && rank > 0; i++) {
            answers += sums[ServiceLedger.TIMES + i];
            if (answers >= rank) {
                return AnswerTimeClasses.seconds(i);
            }
        }
        return null;
    }

    private long answersWithin(int minutes) {
        long answers = 0;
        for (var i = 0; i < AnswerTimeClasses.COUNT; i++) {
            if (AnswerTimeClasses.seconds(i) <= (double) minutes * SECONDS_PER_MINUTE) {
                answers += sums[ServiceLedger.TIMES + i];
            }
        }
        return answers;
    }
}
