package io.rapport.ingest.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits the deliveries of each agency (token bucket). Holds at most {@value #MAX_AGENCIES} agencies, those that delivered last;
 * others have their full quota.
 */
public final class AgencyQuota {

    private static final int MAX_AGENCIES = 10_000;
    private static final double MINUTE_MILLIS = 60_000;
    private static final double ROUNDING = 1e-6;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_AGENCIES;
        }
    };

    private record Bucket(double tokens, Instant at) {}

    /** Creates a quota of deliveries per agency and minute, all of which may come at once. */
    public AgencyQuota(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes one delivery from the quota.
     *
     * @return the time until the next delivery is within the quota; empty if this one is
     */
    public synchronized Optional<Duration> take(String agency, Instant now) {
        var bucket = buckets.getOrDefault(agency, new Bucket(perMinute, now));
        var elapsed = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        var tokens = Math.min(perMinute, bucket.tokens() + elapsed * perMinute / MINUTE_MILLIS);
        if (tokens + ROUNDING < 1) {
            buckets.put(agency, new Bucket(tokens, now));
            return Optional.of(
                    Duration.ofMillis((long) Math.ceil((1 - tokens - ROUNDING) * MINUTE_MILLIS / perMinute)));
        }
        buckets.put(agency, new Bucket(tokens - 1, now));
        return Optional.empty();
    }
}
