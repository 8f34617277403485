package io.rapport.identity.domain;

import io.rapport.identity.matching.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Keeps the queue of suggestions. */
final class Suggesting {

    private final Families families;
    private final ReviewStore reviews;

    Suggesting(Families families, ReviewStore reviews) {
        this.families = families;
        this.reviews = reviews;
    }

    /**
     * Two people and what was found on their records.
     *
     * @param left whose the match's record is
     * @param right whose the other is
     */
    record Suggestion(PersonKey left, PersonKey right, Match match) {

        /** The same, with what is known against it: what is contradicted is never shown as sure. */
        Suggestion against(Collection<String> contradictions, double most) {
            var all = new LinkedHashSet<>(match.contradictions());
            all.addAll(contradictions);
            return new Suggestion(
                    left,
                    right,
                    new Match(
                            match.id(),
                            match.other(),
                            match.outcome(),
                            Math.min(match.probability(), most),
                            match.evidence(),
                            all.stream().sorted().toList()));
        }
    }

    /** Suggests what is neither so nor known not to be so. */
    void suggest(Collection<Suggestion> suggestions, Instant at) {
        if (suggestions.isEmpty()) {
            return;
        }
        var keys = new LinkedHashSet<PersonKey>();
        suggestions.forEach(each -> {
            keys.add(each.left());
            keys.add(each.right());
        });
        var found = families.of(keys);
        var best = new LinkedHashMap<UUID, Review>();
        for (var each : suggestions) {
            var left = found.get(each.left());
            var right = found.get(each.right());
            if (left != null && right != null && isOpen(left, right)) {
                var review = review(each.match(), left, right, at);
                best.merge(review.id(), review, (a, b) -> a.probability() >= b.probability() ? a : b);
            }
        }
        reviews.put(new ArrayList<>(best.values()));
        // Somebody may have been erased after they were looked up, and before this was stored.
        var there = families.of(keys).keySet();
        best.values().stream()
                .map(Review::pair)
                .filter(pair -> !there.containsAll(List.of(pair.left(), pair.right())))
                .forEach(pair -> reviews.remove(pair.brand(), List.of(pair.id())));
    }

    /** Whether there is still something to decide about the two. */
    static boolean isOpen(Family left, Family right) {
        return !left.head().key().equals(right.head().key()) && !left.isDistinctFrom(right);
    }

    private static Review review(Match match, Family left, Family right, Instant at) {
        return new Review(
                Review.Pair.of(left.head().key(), right.head().key()),
                match.probability(),
                Review.rank(match.probability(), left, right),
                match.evidence(),
                match.contradictions(),
                at);
    }
}
