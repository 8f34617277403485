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
    private record CachedProfile(TimedProfile newest, ProfileTimes stored) {}

    /**
     * The result of a lookup.
     *
     * @param covered whether the sighting adds nothing to the cached profile; else it has to be applied to the store
     * @param due the times to store: when the store lags by more than a day, or is about to be compared with the sighting
     */
    record LookupResult(boolean covered, Optional<ProfileTimes> due) {}

    /** A cache of limited size; an entry takes about 300 bytes. */
    public KnownHandleCache(long size, MeterRegistry meters) {
        this.known = Caffeine.newBuilder().maximumSize(size).build();
        meters.gauge("rapport.identity.known.handles", known, Cache::estimatedSize);
    }

    /** Looks a sighting up; a covered one advances the times of the cached profile. */
    LookupResult lookUp(HandleSighting seen) {
        var before = known.getIfPresent(seen.handle());
        if (before == null) {
            return new LookupResult(false, Optional.empty());
        }
        var merged = before.newest().merge(seen.stated());
        var covered = merged.profile() == before.newest().profile();
        var newest = covered ? merged : before.newest();
        var due = newest.times().isAheadOf(before.stored(), covered ? MAX_LAG : Duration.ZERO);
        if (due || !newest.equals(before.newest())) {
            known.put(seen.handle(), new CachedProfile(newest, due ? newest.times() : before.stored()));
        }
        return new LookupResult(covered, due ? Optional.of(newest.times()) : Optional.empty());
    }

    void put(Collection<StoredHandle> handles) {
        handles.forEach(handle -> known.put(handle.key(), new CachedProfile(handle.profile(), handle.profileTimes())));
    }

    /** Clears the cache: after a rebalance another instance may update these handles, or may have done so. */
    public void clear() {
        known.invalidateAll();
    }
}
