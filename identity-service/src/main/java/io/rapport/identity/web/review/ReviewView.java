package io.rapport.identity.web.review;

import io.rapport.identity.web.display.PersonIdentityView;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.review.ReviewQueue.ReviewItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two people who may be one.
 *
 * @param probability 0 to 1
 * @param rank how much it matters, more first
 * @param evidence the waterfall, in log-odds
 * @param contradictions what speaks against it
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

    private static PersonIdentityView side(PersonFamily family, UUID asked) {
        return PersonIdentityView.of(family, asked);
    }
}
