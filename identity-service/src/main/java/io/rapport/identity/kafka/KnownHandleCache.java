package io.rapport.identity.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.ProfileMerger;
import io.rapport.identity.domain.person.StoredHandle;
import java.time.Instant;
import java.util.Collection;

/**
 * A cache of recently seen handles. A sighting that adds nothing to the cached profile is dropped without reading the
 * store.
 */
public final class KnownHandleCache {

    private final Cache<HandleKey, CachedProfile> known;

    private record CachedProfile(HandleProfile profile, Instant heard) {}

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

    void put(Collection<StoredHandle> handles) {
        handles.forEach(handle ->
                known.put(handle.key(), new CachedProfile(handle.state().profile(), handle.profileAsOf())));
    }

    /** Clears the cache: after a rebalance another instance may update these handles, or may have done so. */
    public void clear() {
        known.invalidateAll();
    }
}
