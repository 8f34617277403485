package io.rapport.report.domain.store;

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
public final class ProjectionEraser {

    private static final int BATCH_SIZE = 1_000;

    private final ReportRepositories store;
    private final SuppressionHashes suppressions;

    /** Takes out of a store. */
    public ProjectionEraser(ReportRepositories store, SuppressionHashes suppressions) {
        this.store = store;
        this.suppressions = suppressions;
    }

    /** The hash a handle is told of by. */
    public String hash(HandleKey handle) {
        return suppressions.hashHandle(handle);
    }

    /** Whether a handle may not come back, as far as is known. */
    public boolean isSuppressed(HandleKey handle) {
        return suppressions.isHandleSuppressed(handle);
    }

    /** Whether an id was an erased person's. */
    public boolean isSuppressed(BrandKey brand, UUID person) {
        return suppressions.isPersonSuppressed(brand, person);
    }

    /** Whether a row of the client list may not come back. */
    public boolean isClientSuppressed(BrandKey brand, String client) {
        return suppressions.isClientSuppressed(brand, client);
    }

    /** Removes a handle with everything that happened with it; how much of what. */
    public Map<String, Long> eraseHandle(HandleKey handle) {
        store.erasures().mark(handle.brand(), hash(handle));
        var handles = store.identities().deleteHandles(handle.brand(), List.of(handle));
        var removed = new HashMap<>(eraseEngagements(handle));
        removed.put("handles", handles);
        return removed;
    }

    /** Removes a person with their scores, now and earlier; how much of what. */
    public Map<String, Long> erasePerson(BrandKey brand, UUID person) {
        var people = List.of(person);
        return Map.of(
                "profiles", store.identities().deletePersons(brand, people),
                "relationships", store.relationships().deleteCurrent(brand, people),
                "history", store.relationships().deleteHistory(brand, people));
    }

    /**
     * What was written just now of handles that are being erased is removed again. The mark comes before the deleting and
     * the writing before this look, so that one of the two sees the other, whichever instance does which.
     */
    public void eraseLateWrites(BrandKey brand, Collection<HandleKey> written) {
        if (!suppressions.hasSecret() || !store.erasures().hasAny()) {
            return;
        }
        var byHash = new HashMap<String, HandleKey>();
        written.forEach(handle -> byHash.put(hash(handle), handle));
        for (var hash : store.erasures().findMarked(brand, byHash.keySet())) {
            var handle = byHash.get(hash);
            if (handle != null) {
                eraseHandle(handle);
            }
        }
    }

    private Map<String, Long> eraseEngagements(HandleKey handle) {
        var brand = handle.brand();
        long engagements = 0;
        long judgements = 0;
        for (var ids = store.engagements().findIds(brand, handle, BATCH_SIZE);
                !ids.isEmpty();
                ids = store.engagements().findIds(brand, handle, BATCH_SIZE)) {
            judgements += store.judgements().delete(brand, ids);
            store.corrections().delete(brand, ids);
            // Last: by these the others are found.
            engagements += store.engagements().delete(brand, ids);
        }
        return Map.of("engagements", engagements, "judgements", judgements);
    }
}
