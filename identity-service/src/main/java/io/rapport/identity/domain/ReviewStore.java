package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where open suggestions are kept. They follow from the records and the people, and can always be found again. */
public interface ReviewStore {

    /** Stores suggestions; of two about the same people the newer stays. */
    void put(Collection<Review> reviews);

    /** One suggestion. */
    Optional<Review> find(BrandKey brand, UUID id);

    /** The brand's suggestions, those that matter most first, then by id. */
    List<Review> page(BrandKey brand, @Nullable Place after, int limit);

    /** The brand's suggestions that come before a place in that order, the nearest first. */
    List<Review> before(BrandKey brand, Place place, int limit);

    /** Takes suggestions out. */
    void remove(BrandKey brand, Collection<UUID> ids);

    /** Takes out what names any of these people; gives what it was. */
    List<Review> removeAbout(BrandKey brand, Collection<UUID> people);

    /** Takes out what was suggested before that time. */
    void removeOlder(BrandKey brand, Instant before);

    /**
     * A place in the queue.
     *
     * @param rank of the suggestion there
     * @param id of it
     */
    record Place(double rank, UUID id) {

        /** Where a suggestion stands. */
        public static Place of(Review review) {
            return new Place(review.rank(), review.id());
        }
    }
}
