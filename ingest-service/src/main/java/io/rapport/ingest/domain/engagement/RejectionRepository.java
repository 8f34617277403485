package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was rejected, at the door or later, to be looked at. */
public interface RejectionRepository {

    /** Makes a new store ready to be looked through; doing so again changes nothing. */
    void createIndexes();

    /** Keeps rejections; keeping one again changes nothing. */
    void saveAll(List<EngagementRejected> rejected);

    /**
     * Some of a brand's rejections, newest first.
     *
     * @param code those with this reason only; null for all
     * @param after the place of the one before the first, from {@link #sortKey}; null to begin with the newest
     */
    List<EngagementRejected> find(BrandKey brand, @Nullable RejectionCode code, @Nullable String after, int limit);

    /**
     * Forgets those of a brand's rejections that are chosen.
     *
     * @return how many
     */
    long removeIf(BrandKey brand, Predicate<EngagementRejected> chosen);

    /** Where a rejection stands among all of its brand: later ones come after earlier ones. */
    static String sortKey(EngagementRejected rejected) {
        return "%016x".formatted(rejected.rejectedAt().toEpochMilli()) + "|" + rejected.id();
    }
}
