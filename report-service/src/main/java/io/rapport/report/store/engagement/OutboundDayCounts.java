package io.rapport.report.store.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The numbers of outbound engagements by member of staff of the days in UTC that are over. A day is counted again after this
 * instance wrote to it, and after ten minutes, since others may have.
 */
public final class OutboundDayCounts {

    private static final int MAX_DAYS = 20_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final Cache<DayKey, Map<String, Long>> days;

    private record DayKey(BrandKey brand, LocalDate day) {}

    /** Begins without days. */
    public OutboundDayCounts(Ticker ticker) {
        this.days = Caffeine.newBuilder()
                .maximumSize(MAX_DAYS)
                .expireAfterWrite(MAX_AGE)
                .ticker(ticker)
                .build();
    }

    /** The counts of a day. */
    Map<String, Long> find(BrandKey brand, LocalDate day, Supplier<Map<String, Long>> count) {
        return days.get(new DayKey(brand, day), key -> count.get());
    }

    /** Engagements of a day were written. */
    void change(BrandKey brand, LocalDate day) {
        days.invalidate(new DayKey(brand, day));
    }

    /** Engagements of a brand were deleted. */
    void clear(BrandKey brand) {
        days.asMap().keySet().removeIf(key -> key.brand().equals(brand));
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
