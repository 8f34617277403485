package io.rapport.web.request;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Limits the requests of each key, such as a token or an agency, by a token bucket that holds the requests of one minute and fills
 * evenly. Each instance counts for itself, and knows the {@value #MAX_KEYS} keys that sent last; others have their full quota.
 */
public final class RequestQuota {

    private static final int MAX_KEYS = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double ROUNDING = 1e-6;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private record Bucket(double left, long at) {}

    /**
     * A quota.
     *
     * @param perMinute the requests of a key per minute, all of which may come at once
     * @param nanos a clock that only moves forward, in nanoseconds
     */
    public RequestQuota(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /**
     * Takes a request from the quota of a key.
     *
     * @return the time until the next request is within the quota; empty if this one is
     */
    public synchronized Optional<Duration> take(String key) {
        var now = nanos.getAsLong();
        var left = left(key, now);
        var permitted = left + ROUNDING >= 1;
        buckets.put(key, new Bucket(permitted ? left - 1 : left, now));
        return permitted ? Optional.empty() : Optional.of(untilOne(left));
    }

    private double left(String key, long now) {
        var bucket = buckets.getOrDefault(key, new Bucket(perMinute, now));
        return Math.min(perMinute, bucket.left + (now - bucket.at) * perMinute / NANOS_PER_MINUTE);
    }

    private Duration untilOne(double left) {
        var wait = (1 - left - ROUNDING) * NANOS_PER_MINUTE / perMinute;
        return Duration.ofMillis((long) Math.ceil(wait / NANOS_PER_MILLI));
    }
}
