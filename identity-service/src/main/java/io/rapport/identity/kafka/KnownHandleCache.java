package io.rapport.identity.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.person.ProfileMerger;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.StoredHandle;
import java.time.Instant;
import java.util.Collection;

/** Handles that were seen lately, so that seeing them again costs no look into the store. */
public final class KnownHandleCache {

    private final Cache<HandleKey, CachedProfile> known;

    private record CachedProfile(HandleProfile profile, Instant heard) {}

    /** Keeps at most so many handles, about 300 bytes each. */
    public KnownHandleCache(long size, MeterRegistry meters) {
        this.known = Caffeine.newBuilder().maximumSize(size).build();
        meters.gauge("rapport.identity.known.handles", known, Cache::estimatedSize);
    }

    /** Whether the sighting says nothing new. */
    boolean covers(HandleSighting seen) {
        var before = known.getIfPresent(seen.handle());
        return before != null && ProfileMerger.merge(before.profile(), before.heard(), seen) == before.profile();
    }

    void put(Collection<StoredHandle> handles) {
        handles.forEach(
                handle -> known.put(handle.key(), new CachedProfile(handle.state().profile(), handle.profileAsOf())));
    }

    /** Forgets all: others may look after these handles by now, or have done so until now. */
    public void clear() {
        known.invalidateAll();
    }
}
