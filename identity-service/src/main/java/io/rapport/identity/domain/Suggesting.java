package io.rapport.identity.domain;

import io.rapport.identity.matching.outcome.Match;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

        /** Whether the records compared are still theirs: somebody may have split one off since. */
        boolean isStillOf(@Nullable Family one, @Nullable Family other) {
            return one != null
                    && other != null
                    && Records.ids(one).contains(match.id())
                    && Records.ids(other).contains(match.other());
        }

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
        var best = new LinkedHashMap<UUID, Suggestion>();
        for (var each : suggestions) {
            var left = found.get(each.left());
            var right = found.get(each.right());
            if (left != null && right != null && each.isStillOf(left, right) && isOpen(left, right)) {
                var id = Review.Pair.of(left.head().key(), right.head().key()).id();
                best.merge(
                        id, each, (a, b) -> a.match().probability() >= b.match().probability() ? a : b);
            }
        }
        reviews.put(best.values().stream().map(each -> review(each, found, at)).toList());
        // Somebody may have been erased, or split, after they were looked up, and before this was stored.
        var there = families.of(keys);
        best.forEach((id, each) -> {
            if (!each.isStillOf(there.get(each.left()), there.get(each.right()))) {
                reviews.remove(each.left().brand(), List.of(id));
            }
        });
    }

    /** Whether there is still something to decide about the two. */
    static boolean isOpen(Family left, Family right) {
        return !left.head().key().equals(right.head().key()) && !left.isDistinctFrom(right);
    }

    private static Review review(Suggestion suggested, Map<PersonKey, Family> found, Instant at) {
        var match = suggested.match();
        var left = Objects.requireNonNull(found.get(suggested.left()));
        var right = Objects.requireNonNull(found.get(suggested.right()));
        return new Review(
                Review.Pair.of(left.head().key(), right.head().key()),
                match.probability(),
                Review.rank(match.probability(), left, right),
                match.evidence(),
                match.contradictions(),
                at);
    }
}
