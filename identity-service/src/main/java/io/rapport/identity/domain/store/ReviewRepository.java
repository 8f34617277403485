package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores open suggestions. They are derived from records and people, and can be computed again. */
public interface ReviewRepository {

    /** Saves suggestions; the newer of two about the same people wins. */
    void save(Collection<MatchReview> reviews);

    /** A suggestion by its id. */
    Optional<MatchReview> find(BrandKey brand, UUID id);

    /** A page of the brand's suggestions by descending rank, then by id (keyset paging). */
    List<MatchReview> findPage(BrandKey brand, @Nullable ReviewPosition after, int limit);

    /** A page of the brand's suggestions before a position in that order, nearest first. */
    List<MatchReview> findPageBefore(BrandKey brand, ReviewPosition place, int limit);

    /** Deletes suggestions. Idempotent. */
    void delete(BrandKey brand, Collection<UUID> ids);

    /** Deletes the suggestions about any of these people and returns them. */
    List<MatchReview> deleteByPeople(BrandKey brand, Collection<UUID> people);

    /** Deletes those of these suggestions that were last made before that time. */
    void deleteOlder(BrandKey brand, Collection<UUID> ids, Instant before);

    /**
     * A position in the queue, for keyset paging.
     *
     * @param rank the rank of the suggestion
     * @param id its id
     */
    record ReviewPosition(double rank, UUID id) {

        /** The position of a suggestion. */
        public static ReviewPosition of(MatchReview review) {
            return new ReviewPosition(review.rank(), review.id());
        }
    }
}
