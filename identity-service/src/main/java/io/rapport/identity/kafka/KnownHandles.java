package io.rapport.identity.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.Profiles;
import io.rapport.identity.domain.Sighting;
import io.rapport.identity.domain.StoredHandle;
import java.time.Instant;
import java.util.Collection;

/** Handles that were seen lately, so that seeing them again costs no look into the store. */
public final class KnownHandles {

    private final Cache<HandleKey, Known> known;

    private record Known(HandleProfile profile, Instant heard) {}

    /** Keeps at most so many handles, about 300 bytes each. */
    public KnownHandles(long size, MeterRegistry meters) {
        this.known = Caffeine.newBuilder().maximumSize(size).build();
        meters.gauge("rapport.identity.known.handles", known, Cache::estimatedSize);
    }

    /** Whether the sighting says nothing new. */
    boolean covers(Sighting seen) {
        var before = known.getIfPresent(seen.handle());
        return before != null && Profiles.after(before.profile(), before.heard(), seen) == before.profile();
    }

    void remember(Collection<StoredHandle> handles) {
        handles.forEach(
                handle -> known.put(handle.key(), new Known(handle.state().profile(), handle.heard())));
    }

    /** Forgets all: others may look after these handles by now, or have done so until now. */
    public void clear() {
        known.invalidateAll();
    }
}
