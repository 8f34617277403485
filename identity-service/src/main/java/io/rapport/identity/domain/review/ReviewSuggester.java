package io.rapport.identity.domain.review;

import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository;
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

/** Adds suggestions to the queue. */
public final class ReviewSuggester {

    private final FamilyReader families;
    private final ReviewRepository reviews;

    public ReviewSuggester(FamilyReader families, ReviewRepository reviews) {
        this.families = families;
        this.reviews = reviews;
    }

    /**
     * A match between the records of two people.
     *
     * @param left the owner of the match's record
     * @param right the owner of the other record
     */
    public record MatchSuggestion(PersonKey left, PersonKey right, Match match) {

        /** Whether the two families still own the compared records: a split may have moved one. */
        public boolean ownsRecords(@Nullable PersonFamily one, @Nullable PersonFamily other) {
            return one != null
                    && other != null
                    && MatchRecordMapper.recordIds(one).contains(match.id())
                    && MatchRecordMapper.recordIds(other).contains(match.other());
        }

        /**
         * The suggestion with further contradictions and at most the given probability: a contradicted match is never
         * shown as certain.
         */
        public MatchSuggestion withContradictions(Collection<String> contradictions, double most) {
            var all = new LinkedHashSet<>(match.contradictions());
            all.addAll(contradictions);
            return new MatchSuggestion(
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

    /** Saves suggestions about people who are neither merged nor distinct. */
    public void suggest(Collection<MatchSuggestion> suggestions, Instant at) {
        if (suggestions.isEmpty()) {
            return;
        }
        var keys = new LinkedHashSet<PersonKey>();
        suggestions.forEach(each -> {
            keys.add(each.left());
            keys.add(each.right());
        });
        var found = families.find(keys);
        var best = new LinkedHashMap<UUID, MatchSuggestion>();
        for (var each : suggestions) {
            var left = found.get(each.left());
            var right = found.get(each.right());
            if (left != null && right != null && each.ownsRecords(left, right) && isOpen(left, right)) {
                var id = MatchReview.PersonPair.of(
                                left.head().key(), right.head().key())
                        .id();
                best.merge(
                        id, each, (a, b) -> a.match().probability() >= b.match().probability() ? a : b);
            }
        }
        reviews.save(best.values().stream().map(each -> review(each, found, at)).toList());
        // A person may have been erased or split after they were read and before the suggestion was stored.
        var there = families.find(keys);
        best.forEach((id, each) -> {
            if (!each.ownsRecords(there.get(each.left()), there.get(each.right()))) {
                reviews.delete(each.left().brand(), List.of(id));
            }
        });
    }

    /** Whether the two are neither merged nor distinct. */
    static boolean isOpen(PersonFamily left, PersonFamily right) {
        return !left.head().key().equals(right.head().key()) && !left.isDistinctFrom(right);
    }

    private static MatchReview review(MatchSuggestion suggested, Map<PersonKey, PersonFamily> found, Instant at) {
        var match = suggested.match();
        var left = Objects.requireNonNull(found.get(suggested.left()));
        var right = Objects.requireNonNull(found.get(suggested.right()));
        return new MatchReview(
                MatchReview.PersonPair.of(left.head().key(), right.head().key()),
                match.probability(),
                rank(match.probability(), left, right),
                match.evidence(),
                match.contradictions(),
                at);
    }

    /**
     * The rank of a suggestion: its probability times the weight of both people. A client weighs 2, another person 1,
     * and each handle adds 0.1, up to ten handles.
     */
    static double rank(double probability, PersonFamily left, PersonFamily right) {
        return probability * (weightOf(left) + weightOf(right));
    }

    private static double weightOf(PersonFamily family) {
        return (family.person().client() ? 2 : 1)
                + Math.min(10, family.handles().size()) / 10.0;
    }
}
