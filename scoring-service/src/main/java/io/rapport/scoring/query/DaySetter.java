package io.rapport.scoring.query;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.domain.day.DaySetRepository;
import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.query.DayQueries.CurrentDay;
import io.rapport.scoring.query.DayRejectedException.DayRejection;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the current day of brands with an event clock. */
public final class DaySetter {

    private static final Logger LOG = LoggerFactory.getLogger(DaySetter.class);

    private final DayQueries queries;
    private final DaySetRepository repository;

    /** Creates a setter. */
    public DaySetter(DayQueries queries, DaySetRepository repository) {
        this.queries = queries;
        this.repository = repository;
    }

    /**
     * Sets the current day. Engagements that are received later move it from there.
     *
     * @throws DayRejectedException if the brand follows the wall clock, or sums of the day were dropped
     * @throws DayOutOfRangeException for a day before the first or after the latest engagement
     * @throws NoDaysException for a brand without engagements
     * @throws LedgersUnavailableException while the ledgers cannot be read
     */
    public CurrentDay set(BrandRegistered brand, LocalDate day, ChangeAttribution attribution) {
        if (brand.clock() != BrandClock.EVENT) {
            throw new DayRejectedException(
                    DayRejection.LIVE_CLOCK,
                    "The day of this brand follows the wall clock. Only the day of a brand with the clock EVENT is set.");
        }
        var current = queries.currentDay(brand);
        requireAllowed(day, current);
        repository.publish(new BrandDaySet(
                brand.agency(),
                brand.brand(),
                day,
                attribution.by(),
                attribution.reason(),
                later(attribution.at(), current)));
        LOG.info(
                "The day of {} is set from {} to {} by {}, reason: {}",
                brand.brandKey().key(),
                current.day(),
                day,
                attribution.by(),
                attribution.reason());
        return queries.currentDay(brand);
    }

    private static void requireAllowed(LocalDate day, CurrentDay current) {
        var latest = current.status().latest();
        if (current.day() == null || latest == null) {
            throw new NoDaysException();
        }
        var first = current.first();
        if (first == null || day.isBefore(first) || day.isAfter(latest)) {
            throw new DayOutOfRangeException(day, first, latest);
        }
        var floor = current.status().floor();
        if (floor != null && day.isBefore(floor)) {
            throw new DayRejectedException(
                    DayRejection.SUMS_DROPPED,
                    "Daily sums before " + floor
                            + " were dropped while the brand followed the wall clock, or by an earlier"
                            + " version. Set a day from then on, or rebuild the state of scoring from the topics first.");
        }
    }

    /** Of two decisions the one with the later time applies. */
    private static Instant later(Instant at, CurrentDay current) {
        var last = current.status().set();
        return last == null || last.at().isBefore(at) ? at : last.at().plusMillis(1);
    }
}
