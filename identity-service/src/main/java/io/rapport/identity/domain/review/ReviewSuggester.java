package io.rapport.identity.domain.review;

import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
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

/** Keeps the queue of suggestions. */
public final class ReviewSuggester {

    private final FamilyReader families;
    private final ReviewRepository reviews;

    public ReviewSuggester(FamilyReader families, ReviewRepository reviews) {
        this.families = families;
        this.reviews = reviews;
    }

    /**
     * Two people and what was found on their records.
     *
     * @param left whose the match's record is
     * @param right whose the other is
     */
    public record MatchSuggestion(PersonKey left, PersonKey right, Match match) {

        /** Whether the records compared are still theirs: somebody may have split one off since. */
        public boolean ownsRecords(@Nullable PersonFamily one, @Nullable PersonFamily other) {
            return one != null
                    && other != null
                    && MatchRecordMapper.recordIds(one).contains(match.id())
                    && MatchRecordMapper.recordIds(other).contains(match.other());
        }

        /** The same, with what is known against it: what is contradicted is never shown as sure. */
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

    /** Suggests what is neither so nor known not to be so. */
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
                var id = MatchReview.PersonPair.of(left.head().key(), right.head().key()).id();
                best.merge(
                        id, each, (a, b) -> a.match().probability() >= b.match().probability() ? a : b);
            }
        }
        reviews.save(best.values().stream().map(each -> review(each, found, at)).toList());
        // Somebody may have been erased, or split, after they were looked up, and before this was stored.
        var there = families.find(keys);
        best.forEach((id, each) -> {
            if (!each.ownsRecords(there.get(each.left()), there.get(each.right()))) {
                reviews.delete(each.left().brand(), List.of(id));
            }
        });
    }

    /** Whether there is still something to decide about the two. */
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
                MatchReview.rank(match.probability(), left, right),
                match.evidence(),
                match.contradictions(),
                at);
    }
}
