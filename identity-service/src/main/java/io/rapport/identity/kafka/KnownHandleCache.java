package io.rapport.identity.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.TimedProfile;
import java.time.Duration;
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
     * A profile with the event times of the newest sightings.
     *
     * @param stored the times that the store has
     */
    private record CachedProfile(TimedProfile heard, ProfileTimes stored) {

        TimedProfile with(HandleSighting seen) {
            return heard.merge(seen.stated());
        }

        boolean isCovering(HandleSighting seen) {
            return with(seen).profile() == heard.profile();
        }
    }

    /** A cache of limited size; an entry takes about 300 bytes. */
    public KnownHandleCache(long size, MeterRegistry meters) {
        this.known = Caffeine.newBuilder().maximumSize(size).build();
        meters.gauge("rapport.identity.known.handles", known, Cache::estimatedSize);
    }

    /** Whether the sighting adds nothing to the cached profile. */
    boolean covers(HandleSighting seen) {
        var before = known.getIfPresent(seen.handle());
        return before != null && before.isCovering(seen);
    }

    /**
     * Advances the times of the cached profile to those of a covered sighting.
     *
     * @param covered whether the sighting adds nothing; else it is about to be applied to the store
     * @return the times to store: when the store lags by more than a day, or is about to be compared with the sighting
     */
    Optional<ProfileTimes> advance(HandleSighting seen, boolean covered) {
        var before = known.getIfPresent(seen.handle());
        if (before == null) {
            return Optional.empty();
        }
        var heard = covered ? before.with(seen) : before.heard();
        var due = heard.times().isAheadOf(before.stored(), covered ? MAX_LAG : Duration.ZERO);
        if (due || !heard.equals(before.heard())) {
            known.put(seen.handle(), new CachedProfile(heard, due ? heard.times() : before.stored()));
        }
        return due ? Optional.of(heard.times()) : Optional.empty();
    }

    void put(Collection<StoredHandle> handles) {
        handles.forEach(handle -> known.put(handle.key(), new CachedProfile(handle.profile(), handle.profileTimes())));
    }

    /** Clears the cache: after a rebalance another instance may update these handles, or may have done so. */
    public void clear() {
        known.invalidateAll();
    }
}
