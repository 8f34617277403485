package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes the erased out of the projections. Each of them is told of by a tombstone; doing it again finds nothing left.
 */
public final class Erasing {

    private static final int AT_ONCE = 1_000;

    private final ReportStore store;
    private final SuppressionHashes suppressions;

    /** Takes out of a store. */
    public Erasing(ReportStore store, SuppressionHashes suppressions) {
        this.store = store;
        this.suppressions = suppressions;
    }

    /** The hash a handle is told of by. */
    public String hash(HandleKey handle) {
        return suppressions.hashHandle(handle);
    }

    /** Whether a handle may not come back, as far as is known. */
    public boolean bars(HandleKey handle) {
        return suppressions.isHandleSuppressed(handle);
    }

    /** Whether an id was an erased person's. */
    public boolean bars(BrandKey brand, UUID person) {
        return suppressions.isPersonSuppressed(brand, person);
    }

    /** Whether a row of the client list may not come back. */
    public boolean barsClient(BrandKey brand, String client) {
        return suppressions.isClientSuppressed(brand, client);
    }

    /** Removes a handle with everything that happened with it; how much of what. */
    public Map<String, Long> handle(HandleKey handle) {
        store.erasures().mark(handle.brand(), hash(handle));
        var handles = store.identities().unassign(handle.brand(), List.of(handle));
        var removed = new HashMap<>(happenings(handle));
        removed.put("handles", handles);
        return removed;
    }

    /** Removes a person with their scores, now and earlier; how much of what. */
    public Map<String, Long> person(BrandKey brand, UUID person) {
        var people = List.of(person);
        return Map.of(
                "profiles", store.identities().forget(brand, people),
                "relationships", store.relationships().withdraw(brand, people),
                "history", store.relationships().forgetHistory(brand, people));
    }

    /**
     * What was written just now of handles that are being erased is removed again. The mark comes before the deleting and
     * the writing before this look, so that one of the two sees the other, whichever instance does which.
     */
    public void removeLate(BrandKey brand, Collection<HandleKey> written) {
        if (!suppressions.hasSecret() || !store.erasures().any()) {
            return;
        }
        var byHash = new HashMap<String, HandleKey>();
        written.forEach(handle -> byHash.put(hash(handle), handle));
        for (var hash : store.erasures().marked(brand, byHash.keySet())) {
            var handle = byHash.get(hash);
            if (handle != null) {
                handle(handle);
            }
        }
    }

    private Map<String, Long> happenings(HandleKey handle) {
        var brand = handle.brand();
        long engagements = 0;
        long judgements = 0;
        for (var ids = store.engagements().ids(brand, handle, AT_ONCE);
                !ids.isEmpty();
                ids = store.engagements().ids(brand, handle, AT_ONCE)) {
            judgements += store.judgements().forget(brand, ids);
            store.corrections().forget(brand, ids);
            // Last: by these the others are found.
            engagements += store.engagements().forget(brand, ids);
        }
        return Map.of("engagements", engagements, "judgements", judgements);
    }
}
