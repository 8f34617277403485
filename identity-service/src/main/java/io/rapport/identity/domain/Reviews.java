package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.ReviewStore.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queue of suggestions, and what is decided about them. */
public final class Reviews {

    private static final int FEW = 10;

    private final ReviewStore reviews;
    private final Families families;
    private final Decisions decisions;

    Reviews(ReviewStore reviews, Families families, Decisions decisions) {
        this.reviews = reviews;
        this.families = families;
        this.decisions = decisions;
    }

    /**
     * A suggestion with both people as they are now.
     *
     * @param review what was suggested
     * @param one the first of the pair, or whom they are by now
     * @param two the second
     */
    public record Item(Review review, Family one, Family two) {}

    /**
     * Suggestions that are still open, those that matter most first.
     *
     * @param after where to begin, null for the first
     */
    public List<Item> open(BrandKey brand, @Nullable Place after, int limit) {
        var items = new ArrayList<Item>();
        var shown = new HashSet<Review.Pair>();
        var place = after;
        while (items.size() < limit) {
            var page = reviews.page(brand, place, limit);
            var settled = new ArrayList<UUID>();
            for (var item : items(page, settled)) {
                var pair = Review.Pair.of(
                        item.one().head().key(), item.two().head().key());
                if (!shown.add(pair)) {
                    settled.add(item.review().id());
                } else if (items.size() < limit) {
                    items.add(item);
                }
            }
            reviews.remove(brand, settled);
            if (page.size() < limit) {
                break;
            }
            place = Place.of(page.get(page.size() - 1));
        }
        return items;
    }

    /** The last open suggestion before a place in the queue. */
    public Optional<Item> before(BrandKey brand, Place place) {
        var from = place;
        while (true) {
            var page = reviews.before(brand, from, FEW);
            var open = items(page, new ArrayList<>());
            if (!open.isEmpty() || page.size() < FEW) {
                return open.stream().findFirst();
            }
            from = Place.of(page.get(page.size() - 1));
        }
    }

    /** What was suggested, as long as it is known, settled or not. */
    public Optional<Review> suggested(BrandKey brand, UUID id) {
        return reviews.find(brand, id);
    }

    /** One suggestion, if it is still open. */
    public Item find(BrandKey brand, UUID id) {
        return items(reviews.find(brand, id).stream().toList(), new ArrayList<>()).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Why.UNKNOWN_REVIEW));
    }

    /**
     * They are one.
     *
     * @throws Refused if it cannot be decided, or somebody was faster
     * @throws Announcer.NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided accept(BrandKey brand, UUID id, Said said) {
        var review = known(brand, id);
        return decisions.merge(review.pair().left(), review.pair().right(), said.seeing(review.evidence()), false);
    }

    /**
     * They are not one, and are never suggested again unless somebody says otherwise.
     *
     * @throws Refused if it cannot be decided, or somebody was faster
     * @throws Announcer.NotAnnounced if the broker is away and an earlier decision has to be published first
     */
    public Decided reject(BrandKey brand, UUID id, Said said) {
        var review = known(brand, id);
        return decisions.distinct(review.pair().left(), review.pair().right(), said.seeing(review.evidence()));
    }

    private Review known(BrandKey brand, UUID id) {
        return reviews.find(brand, id).orElseThrow(() -> new Refused(Refused.Why.UNKNOWN_REVIEW));
    }

    private List<Item> items(List<Review> page, List<UUID> settled) {
        var found = families.of(page.stream()
                .flatMap(review -> Stream.of(review.pair().left(), review.pair().right()))
                .toList());
        var items = new ArrayList<Item>();
        for (var review : page) {
            var left = found.get(review.pair().left());
            var right = found.get(review.pair().right());
            if (left == null || right == null || !Suggesting.isOpen(left, right)) {
                settled.add(review.id());
            } else {
                items.add(new Item(review, Objects.requireNonNull(left), right));
            }
        }
        return items;
    }
}
