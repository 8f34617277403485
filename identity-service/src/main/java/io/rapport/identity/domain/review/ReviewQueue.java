package io.rapport.identity.domain.review;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.DecisionResult;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.store.ReviewRepository.ReviewPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queue of suggested merges, and the decisions about them. */
public final class ReviewQueue {

    private static final int PAGE_SIZE = 10;

    private final ReviewRepository reviews;
    private final FamilyReader families;
    private final DecisionService decisions;

    public ReviewQueue(ReviewRepository reviews, FamilyReader families, DecisionService decisions) {
        this.reviews = reviews;
        this.families = families;
        this.decisions = decisions;
    }

    /**
     * A suggestion with the current state of both people.
     *
     * @param review the suggestion
     * @param one the family of the first person
     * @param two the family of the second person
     */
    public record ReviewItem(MatchReview review, PersonFamily one, PersonFamily two) {}

    /**
     * Open suggestions by descending rank.
     *
     * @param after the position to begin after; null for the first page
     */
    public List<ReviewItem> findOpen(BrandKey brand, @Nullable ReviewPosition after, int limit) {
        var items = new ArrayList<ReviewItem>();
        var shown = new HashSet<MatchReview.PersonPair>();
        var place = after;
        while (items.size() < limit) {
            var page = reviews.findPage(brand, place, limit);
            var settled = new ArrayList<UUID>();
            for (var item : items(page, settled)) {
                var pair = MatchReview.PersonPair.of(
                        item.one().head().key(), item.two().head().key());
                if (!shown.add(pair)) {
                    settled.add(item.review().id());
                } else if (items.size() < limit) {
                    items.add(item);
                }
            }
            reviews.delete(brand, settled);
            if (page.size() < limit) {
                break;
            }
            place = ReviewPosition.of(page.get(page.size() - 1));
        }
        return items;
    }

    /** The last open suggestion before a position. */
    public Optional<ReviewItem> findOpenBefore(BrandKey brand, ReviewPosition place) {
        var from = place;
        while (true) {
            var page = reviews.findPageBefore(brand, from, PAGE_SIZE);
            var open = items(page, new ArrayList<>());
            if (!open.isEmpty() || page.size() < PAGE_SIZE) {
                return open.stream().findFirst();
            }
            from = ReviewPosition.of(page.get(page.size() - 1));
        }
    }

    /** A suggestion, open or not, as long as it is stored. */
    public Optional<MatchReview> findSuggested(BrandKey brand, UUID id) {
        return reviews.find(brand, id);
    }

    /** An open suggestion. */
    public ReviewItem find(BrandKey brand, UUID id) {
        return items(reviews.find(brand, id).stream().toList(), new ArrayList<>()).stream()
                .findFirst()
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_REVIEW));
    }

    /**
     * Accepts a suggestion: merges the two people.
     *
     * @throws DecisionRefusedException if the decision is not possible, or on a concurrent decision
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult accept(BrandKey brand, UUID id, DecisionRationale rationale) {
        var review = requireReview(brand, id);
        return decisions.merge(
                review.pair().left(), review.pair().right(), rationale.withEvidence(review.evidence()), false);
    }

    /**
     * Rejects a suggestion: records the two people as distinct, so that they are not suggested again.
     *
     * @throws DecisionRefusedException if the decision is not possible, or on a concurrent decision
     * @throws NotPublishedException if the broker is unavailable and an earlier decision has to be published first
     */
    public DecisionResult reject(BrandKey brand, UUID id, DecisionRationale rationale) {
        var review = requireReview(brand, id);
        return decisions.distinct(
                review.pair().left(), review.pair().right(), rationale.withEvidence(review.evidence()));
    }

    private MatchReview requireReview(BrandKey brand, UUID id) {
        return reviews.find(brand, id)
                .orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_REVIEW));
    }

    private List<ReviewItem> items(List<MatchReview> page, List<UUID> settled) {
        var found = families.find(page.stream()
                .flatMap(review -> Stream.of(review.pair().left(), review.pair().right()))
                .toList());
        var items = new ArrayList<ReviewItem>();
        for (var review : page) {
            var left = found.get(review.pair().left());
            var right = found.get(review.pair().right());
            if (left == null || right == null || !ReviewSuggester.isOpen(left, right)) {
                settled.add(review.id());
            } else {
                items.add(new ReviewItem(review, Objects.requireNonNull(left), right));
            }
        }
        return items;
    }
}
