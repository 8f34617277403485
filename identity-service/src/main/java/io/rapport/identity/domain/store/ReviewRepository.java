package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where open suggestions are kept. They follow from the records and the people, and can always be found again. */
public interface ReviewRepository {

    /** Stores suggestions; of two about the same people the newer stays. */
    void save(Collection<MatchReview> reviews);

    /** One suggestion. */
    Optional<MatchReview> find(BrandKey brand, UUID id);

    /** The brand's suggestions, those that matter most first, then by id. */
    List<MatchReview> findPage(BrandKey brand, @Nullable ReviewPosition after, int limit);

    /** The brand's suggestions that come before a place in that order, the nearest first. */
    List<MatchReview> findPageBefore(BrandKey brand, ReviewPosition place, int limit);

    /** Takes suggestions out. */
    void delete(BrandKey brand, Collection<UUID> ids);

    /** Takes out what names any of these people; gives what it was. */
    List<MatchReview> deleteByPeople(BrandKey brand, Collection<UUID> people);

    /** Takes out what was suggested before that time. */
    void deleteOlder(BrandKey brand, Instant before);

    /**
     * A place in the queue.
     *
     * @param rank of the suggestion there
     * @param id of it
     */
    record ReviewPosition(double rank, UUID id) {

        /** Where a suggestion stands. */
        public static ReviewPosition of(MatchReview review) {
            return new ReviewPosition(review.rank(), review.id());
        }
    }
}
