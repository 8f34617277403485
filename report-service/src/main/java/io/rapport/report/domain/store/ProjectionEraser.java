package io.rapport.report.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes the data of erased persons and handles from all projections. Idempotent. */
public final class ProjectionEraser {

    private static final int BATCH_SIZE = 1_000;

    private final ReportRepositories repositories;
    private final SuppressionHashes suppressions;

    /** An eraser of these repositories. */
    public ProjectionEraser(ReportRepositories repositories, SuppressionHashes suppressions) {
        this.repositories = repositories;
        this.suppressions = suppressions;
    }

    /** The hash that identifies an erased handle. */
    public String hash(HandleKey handle) {
        return suppressions.hashHandle(handle);
    }

    /** Whether a handle was erased. */
    public boolean isSuppressed(HandleKey handle) {
        return suppressions.isHandleSuppressed(handle);
    }

    /** Whether a person was erased. */
    public boolean isSuppressed(BrandKey brand, UUID person) {
        return suppressions.isPersonSuppressed(brand, person);
    }

    /** Whether the client of a row of the client list was erased. */
    public boolean isClientSuppressed(BrandKey brand, String client) {
        return suppressions.isClientSuppressed(brand, client);
    }

    /** Deletes a handle and its engagements; returns the number of deleted documents by kind. */
    public Map<String, Long> eraseHandle(HandleKey handle) {
        repositories.erasures().mark(handle.brand(), hash(handle));
        var handles = repositories.identities().deleteHandles(handle.brand(), List.of(handle));
        var removed = new HashMap<>(eraseEngagements(handle));
        repositories.dismissals().delete(List.of(handle));
        removed.put("handles", handles);
        return removed;
    }

    /** Deletes a person with current and earlier scores; returns the number of deleted documents by kind. */
    public Map<String, Long> erasePerson(BrandKey brand, UUID person) {
        var people = List.of(person);
        repositories.deliveryQueue().erase(brand, person);
        return Map.of(
                "ties", repositories.ties().delete(brand, person),
                "profiles", repositories.identities().deletePersons(brand, people),
                "relationships", repositories.relationships().deleteCurrent(brand, people),
                "history", repositories.relationships().deleteHistory(brand, people),
                "stories", repositories.stories().delete(brand, people),
                "reminders", repositories.reminders().delete(brand, people),
                "dismissedSuggestions", repositories.suggestions().delete(brand, people));
    }

    /**
     * Deletes again what was just written of handles that are erased concurrently, possibly by another instance. An erasure
     * marks before it deletes, and a projection writes before it checks the marks, so that one of the two always sees the other.
     */
    public void eraseLateWrites(Collection<HandleKey> written) {
        if (!suppressions.hasSecret() || !repositories.erasures().hasAny()) {
            return;
        }
        var byKey = new HashMap<String, HandleKey>();
        written.forEach(handle -> byKey.put(handle.brand().key(hash(handle)), handle));
        for (var key : repositories.erasures().findMarked(byKey.keySet())) {
            var handle = byKey.get(key);
            if (handle != null) {
                eraseHandle(handle);
            }
        }
    }

    private Map<String, Long> eraseEngagements(HandleKey handle) {
        var brand = handle.brand();
        long engagements = 0;
        long judgements = 0;
        for (var ids = repositories.engagements().findIds(brand, handle, BATCH_SIZE);
                !ids.isEmpty();
                ids = repositories.engagements().findIds(brand, handle, BATCH_SIZE)) {
            judgements += repositories.judgements().delete(brand, ids);
            repositories.corrections().delete(brand, ids);
            // Last, since the other documents are found by these ids.
            engagements += repositories.engagements().delete(brand, ids);
        }
        return Map.of("engagements", engagements, "judgements", judgements);
    }
}
