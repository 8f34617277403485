package io.rapport.identity.web.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.review.ReviewQueue.ReviewItem;
import io.rapport.identity.web.display.PersonIdentityView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A pair of people for review.
 *
 * @param probability 0 to 1
 * @param rank priority in the queue, higher first
 * @param evidence the waterfall, in log-odds
 * @param contradictions reasons that forbid an automatic merge
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReviewView(
        UUID id,
        double probability,
        double rank,
        Instant at,
        PersonIdentityView one,
        PersonIdentityView two,
        List<Evidence> evidence,
        List<String> contradictions) {

    static ReviewView of(ReviewItem item) {
        var review = item.review();
        return new ReviewView(
                review.id(),
                review.probability(),
                review.rank(),
                review.at(),
                side(item.one(), review.pair().one()),
                side(item.two(), review.pair().two()),
                review.evidence(),
                review.contradictions());
    }

    private static PersonIdentityView side(PersonFamily family, UUID requested) {
        return PersonIdentityView.of(family, requested);
    }
}
