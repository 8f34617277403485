package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stores the rejections of ingest and scoring for queries. */
public interface RejectionRepository {

    /** Creates the indexes. Idempotent. */
    void createIndexes();

    /** Stores rejections. Idempotent. */
    void saveAll(List<EngagementRejected> rejected);

    /**
     * Returns a page of a brand's rejections, newest first.
     *
     * @param code the reason to filter by; null for all
     * @param after the {@link #sortKey} of the last rejection of the previous page; null for the first page
     */
    List<EngagementRejected> find(BrandKey brand, @Nullable RejectionCode code, @Nullable String after, int limit);

    /** The rejections of a brand with these ids; ids that do not exist are left out. */
    List<EngagementRejected> find(BrandKey brand, Collection<UUID> ids);

    /** Deletes rejections. Idempotent. */
    void removeAll(List<EngagementRejected> rejected);

    /**
     * Deletes the rejections of a brand that match a predicate.
     *
     * @return the number of deleted rejections
     */
    long removeIf(BrandKey brand, Predicate<EngagementRejected> predicate);

    /** The sort key of a rejection within its brand: ascending by time, then by id. */
    static String sortKey(EngagementRejected rejected) {
        return "%016x".formatted(rejected.rejectedAt().toEpochMilli()) + "|" + rejected.id();
    }
}
