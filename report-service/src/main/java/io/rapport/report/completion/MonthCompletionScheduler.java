package io.rapport.report.completion;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.month.MonthSettling;
import io.rapport.report.domain.store.WorkLeaseRepository;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.work.LeasedTimer;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the day of each brand, and completes its last month. One instance does so at a time; it keeps the lease between two
 * looks, because it remembers since when months are over.
 */
public final class MonthCompletionScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MonthCompletionScheduler.class);
    private static final String WORK = "months";

    private final LeasedTimer timer;
    private final BrandCatalogue brands;
    private final AsOfResolver days;
    private final MonthCompletionService months;
    private final MonthProperties settings;
    private final MonthSettling settling;
    private final BooleanSupplier ready;
    private final Clock clock;

    /**
     * A scheduler that is not started.
     *
     * @param ready whether the projections have caught up: before, a brand's day is an old one
     */
    public MonthCompletionScheduler(
            BrandCatalogue brands,
            AsOfResolver days,
            MonthCompletionService months,
            WorkLeaseRepository leases,
            MonthProperties settings,
            BooleanSupplier ready,
            Clock clock) {
        this.brands = brands;
        this.days = days;
        this.months = months;
        this.timer = new LeasedTimer(WORK, leases, settings.lease(), clock);
        this.settings = settings;
        this.settling = new MonthSettling(settings.settle());
        this.ready = ready;
        this.clock = clock;
    }

    /** Starts looking at brands. */
    public void start() {
        timer.start(this::look, settings.interval());
    }

    @Override
    public void close() {
        timer.close();
    }

    /** Looks at all brands, if no other instance does. */
    void look() {
        try {
            if (ready.getAsBoolean() && timer.hasLease()) {
                for (var brand : brands.all()) {
                    look(brand);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The brands could not be read, retrying: {}", e.toString());
        }
    }

    private void look(BrandRegistered registered) {
        try {
            completeLastMonth(registered);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Whether a month of the brand {} is over could not be found out, retrying: {}",
                    registered.brandKey().key(),
                    e.toString());
        }
    }

    private void completeLastMonth(BrandRegistered registered) {
        var brand = registered.brandKey();
        var today = days.resolve(brand, null).day();
        if (today == null) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var month = MonthCompletionService.lastMonth(today);
        if (!months.isAhead(brand, month)) {
            settling.forget(brand);
            return;
        }
        if (!settling.isSettled(brand, month, now)) {
            return;
        }
        var first = days.findFirstDay(brand);
        if (first.isEmpty() || month.atEndOfMonth().isBefore(first.get())) {
            // The first day costs scoring a pass over the people: it is not asked for at each look.
            settling.restart(brand, month, now);
            return;
        }
        if (months.complete(brand, month, now)) {
            LOG.info("The month {} of the brand {} is complete", month, brand.key());
        }
    }
}
