package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.Suggesting.Suggestion;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What follows from a match: one person where it is sure, the brand allows it and nothing known of either speaks against it; else a suggestion. */
final class Following {

    private static final Comparator<Match> SUREST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final Owners owners;
    private final Joining joining;
    private final Suggesting suggesting;
    private final Function<BrandKey, LikenessIndex> indexes;

    Following(Owners owners, Joining joining, Suggesting suggesting, Function<BrandKey, LikenessIndex> indexes) {
        this.owners = owners;
        this.joining = joining;
        this.suggesting = suggesting;
        this.indexes = indexes;
    }

    Owners owners() {
        return owners;
    }

    void follow(PolicySet policy, Collection<Match> matches, Instant at) {
        if (matches.isEmpty()) {
            return;
        }
        var ids = matches.stream()
                .flatMap(match -> Stream.of(match.id(), match.other()))
                .toList();
        var owner = owners.of(policy.brandKey(), ids);
        var joins = new ArrayList<Join>();
        var suggestions = new ArrayList<Suggestion>();
        for (var match : settled(matches)) {
            var left = owner.get(match.id());
            var right = owner.get(match.other());
            if (left != null && right != null && !left.equals(right)) {
                var suggestion = new Suggestion(left, right, match);
                if (isSure(match, policy)) {
                    joins.add(join(suggestion, policy, at, suggestions));
                } else {
                    suggestions.add(suggestion);
                }
            }
        }
        joining.join(joins);
        suggesting.suggest(suggestions, at);
    }

    private static List<Match> settled(Collection<Match> matches) {
        return matches.stream()
                .filter(match -> match.outcome() != MatchOutcome.CONTESTED)
                .sorted(SUREST)
                .toList();
    }

    private static boolean isSure(Match match, PolicySet policy) {
        return match.outcome() == MatchOutcome.CONFIRMED || match.outcome() == MatchOutcome.INFERRED && policy.inference();
    }

    private Join join(Suggestion found, PolicySet policy, Instant at, List<Suggestion> refused) {
        var match = found.match();
        var handle = Records.handle(match.id())
                .or(() -> Records.handle(match.other()))
                .orElse(null);
        if (match.outcome() == MatchOutcome.CONFIRMED) {
            var evidence = match.evidence().get(0);
            var said = new Said(evidence.rule(), evidence.detail(), at);
            return new Join(found.left(), found.right(), handle, said, found::isStillOf);
        }
        var reason = String.format(Locale.ROOT, "Likely the same person, at %.4f", match.probability());
        var said = new Said(Rule.LIKENESS.name(), reason, at, match.probability(), match.evidence());
        var index = indexes.apply(policy.brandKey());
        return new Join(found.left(), found.right(), handle, said, (left, right) -> {
            if (!found.isStillOf(left, right)) {
                return false;
            }
            var against = index.contradictions(Records.ids(left), Records.ids(right));
            if (against.isEmpty() && !left.wasTakenApartFrom(right) && !right.wasTakenApartFrom(left)) {
                return true;
            }
            refused.add(found.against(against, policy.autoThreshold()));
            return false;
        });
    }
}
