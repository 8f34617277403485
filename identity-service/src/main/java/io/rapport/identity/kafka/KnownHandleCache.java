package io.rapport.identity.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.ProfileMerger;
import io.rapport.identity.domain.person.StoredHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A cache of recently seen handles. A sighting that adds nothing to the cached profile is dropped without reading the
 * store.
 */
public final class KnownHandleCache {

    private final Cache<HandleKey, CachedProfile> known;

    /** The time by which the stored time of a profile may lag behind the cached one. */
    private static final Duration MAX_LAG = Duration.ofDays(1);

    /**
     * A profile with the event time of the newest sighting.
     *
     * @param stored the time that the store has
     */
    private record CachedProfile(HandleProfile profile, Instant heard, Instant stored) {}

    /** A cache of limited size; an entry takes about 300 bytes. */
    public KnownHandleCache(long size, MeterRegistry meters) {
        this.known = Caffeine.newBuilder().maximumSize(size).build();
        meters.gauge("rapport.identity.known.handles", known, Cache::estimatedSize);
    }

    /** Whether the sighting adds nothing to the cached profile. */
    boolean covers(HandleSighting seen) {
        var before = known.getIfPresent(seen.handle());
        return before != null && ProfileMerger.merge(before.profile(), before.heard(), seen) == before.profile();
    }

    /**
     * Advances the time of the cached profile to that of a covered sighting.
     *
     * @param covered whether the sighting adds nothing; else it is about to be applied to the store
     * @return the time to store: when the store lags by more than a day, or is about to be compared with the sighting
     */
    Optional<Instant> advance(HandleSighting seen, boolean covered) {
        var before = known.getIfPresent(seen.handle());
        if (before == null) {
            return Optional.empty();
        }
        var heard = covered && seen.last().isAfter(before.heard()) ? seen.last() : before.heard();
        var due = covered ? heard.isAfter(before.stored().plus(MAX_LAG)) : heard.isAfter(before.stored());
        if (due || !heard.equals(before.heard())) {
            known.put(seen.handle(), new CachedProfile(before.profile(), heard, due ? heard : before.stored()));
        }
        return due ? Optional.of(heard) : Optional.empty();
    }

    void put(Collection<StoredHandle> handles) {
        handles.forEach(handle -> known.put(
                handle.key(), new CachedProfile(handle.state().profile(), handle.profileAsOf(), handle.profileAsOf())));
    }

    /** Clears the cache: after a rebalance another instance may update these handles, or may have done so. */
    public void clear() {
        known.invalidateAll();
    }
}
