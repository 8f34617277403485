package io.rapport.report.store.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    /** Engagements were written. */
    void change(Collection<EngagementReceived> written) {
        days.invalidateAll(written.stream()
                .filter(each -> each.direction() == Direction.OUTBOUND)
                .map(each -> new DayKey(each.brandKey(), dayOf(each.occurredAt())))
                .collect(Collectors.toSet()));
    }

    /** Engagements of a brand were deleted. */
    void clear(BrandKey brand) {
        days.asMap().keySet().removeIf(key -> key.brand().equals(brand));
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
