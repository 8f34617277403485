package io.rapport.scoring.domain.service;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.scoring.domain.ledger.RollingWindows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a brand answers, over the windows. */
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
     * Service over 7, 30 and 90 days up to and including {@code asOf}, shortest first, by the day people asked. Times are
     * off by less than 3 %, and those of half a year and more are told as half a year.
     *
     * @param asOf epoch day
     * @param targetMinutes within how many minutes the brand means to answer; null when it set none
     */
    public static List<ServiceWindow> of(ServiceLedger ledger, int asOf, @Nullable Integer targetMinutes) {
        var windows = new ArrayList<ServiceWindow>(RollingWindows.COUNT);
        for (var w = 0; w < RollingWindows.COUNT; w++) {
            windows.add(overDays(ledger, asOf, RollingWindows.days(w)).window(RollingWindows.days(w), targetMinutes));
        }
        return List.copyOf(windows);
    }

    /** Of conversations opened in the {@code days} up to {@code asOf}. */
    public static AnswerStatistics overDays(ServiceLedger ledger, int asOf, int days) {
        return new AnswerStatistics(ledger, asOf - days + 1, asOf);
    }

    /** How many were answered where everybody can read it. */
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
                targetMinutes == null || opened == 0 ? null : (double) answersWithin(targetMinutes) / opened);
    }

    /** The time within which that part of the answers came. */
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
