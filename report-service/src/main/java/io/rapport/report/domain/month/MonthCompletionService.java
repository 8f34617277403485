package io.rapport.report.domain.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Completes the months of brands, each once: the stored month is compared and set, so that one of several instances wins. */
public final class MonthCompletionService {

    private final CompletedMonthRepository months;
    private final DecisionRecorder<MonthCompleted> recorder;

    /** A service on this repository and the recorder of its states. */
    public MonthCompletionService(CompletedMonthRepository months, DecisionRecorder<MonthCompleted> recorder) {
        this.months = months;
        this.recorder = recorder;
    }

    /** The newest month that is over on a day. */
    public static YearMonth lastMonth(LocalDate day) {
        return YearMonth.from(day).minusMonths(1);
    }

    /**
     * The newest completed month of a brand; empty before the first.
     *
     * @throws DecisionRejectedException while earlier months are still being read
     */
    public Optional<MonthCompleted> find(BrandKey brand) {
        recorder.requireReady();
        return months.find(brand);
    }

    /** Whether no month as new as this one was completed. */
    public boolean isAhead(BrandKey brand, YearMonth month) {
        return find(brand)
                .filter(each -> !YearMonth.parse(each.month()).isBefore(month))
                .isEmpty();
    }

    /** Completes a month, and publishes that; returns false if it, or a later one, is completed already. */
    public boolean complete(BrandKey brand, YearMonth month, Instant at) {
        if (!isAhead(brand, month)) {
            return false;
        }
        var sequence = months.find(brand).map(MonthCompleted::sequence).orElse(0L);
        try {
            recorder.saveAndPublish(completed(brand, month, sequence + 1, at));
            return true;
        } catch (DecisionRejectedException e) {
            if (e.reason() == DecisionRejection.VERSION_CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private static MonthCompleted completed(BrandKey brand, YearMonth month, long sequence, Instant at) {
        return new MonthCompleted(
                brand.agency(),
                brand.brand(),
                month.toString(),
                month.atDay(1),
                month.atEndOfMonth(),
                "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/months/" + month,
                sequence,
                at);
    }
}
