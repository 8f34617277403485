package io.rapport.identity.domain.similarity;

import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.decision.JoinEvidence;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.review.ReviewSuggester;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.review.ReviewSuggester.MatchSuggestion;
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
final class MatchApplier {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final RecordOwnerResolver owners;
    private final PersonJoiner joining;
    private final ReviewSuggester suggesting;
    private final Function<BrandKey, BrandMatchIndex> indexes;

    MatchApplier(RecordOwnerResolver owners, PersonJoiner joining, ReviewSuggester suggesting, Function<BrandKey, BrandMatchIndex> indexes) {
        this.owners = owners;
        this.joining = joining;
        this.suggesting = suggesting;
        this.indexes = indexes;
    }

    RecordOwnerResolver owners() {
        return owners;
    }

    void apply(PolicySet policy, Collection<Match> matches, Instant at) {
        if (matches.isEmpty()) {
            return;
        }
        var ids = matches.stream()
                .flatMap(match -> Stream.of(match.id(), match.other()))
                .toList();
        var owner = owners.findOwners(policy.brandKey(), ids);
        var joins = new ArrayList<JoinEvidence>();
        var suggestions = new ArrayList<MatchSuggestion>();
        for (var match : uncontested(matches)) {
            var left = owner.get(match.id());
            var right = owner.get(match.other());
            if (left != null && right != null && !left.equals(right)) {
                var suggestion = new MatchSuggestion(left, right, match);
                if (isAutomatic(match, policy)) {
                    joins.add(join(suggestion, policy, at, suggestions));
                } else {
                    suggestions.add(suggestion);
                }
            }
        }
        joining.join(joins);
        suggesting.suggest(suggestions, at);
    }

    private static List<Match> uncontested(Collection<Match> matches) {
        return matches.stream()
                .filter(match -> match.outcome() != MatchOutcome.CONTESTED)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static boolean isAutomatic(Match match, PolicySet policy) {
        return match.outcome() == MatchOutcome.CONFIRMED || match.outcome() == MatchOutcome.INFERRED && policy.inference();
    }

    private JoinEvidence join(MatchSuggestion found, PolicySet policy, Instant at, List<MatchSuggestion> refused) {
        var match = found.match();
        var handle = MatchRecordMapper.handleKey(match.id())
                .or(() -> MatchRecordMapper.handleKey(match.other()))
                .orElse(null);
        if (match.outcome() == MatchOutcome.CONFIRMED) {
            var evidence = match.evidence().get(0);
            var said = new DecisionRationale(evidence.rule(), evidence.detail(), at);
            return new JoinEvidence(found.left(), found.right(), handle, said, found::ownsRecords);
        }
        var reason = String.format(Locale.ROOT, "Likely the same person, at %.4f", match.probability());
        var said = new DecisionRationale(EvidenceRule.LIKENESS.name(), reason, at, match.probability(), match.evidence());
        var index = indexes.apply(policy.brandKey());
        return new JoinEvidence(found.left(), found.right(), handle, said, (left, right) -> {
            if (!found.ownsRecords(left, right)) {
                return false;
            }
            var against = index.contradictions(MatchRecordMapper.recordIds(left), MatchRecordMapper.recordIds(right));
            if (against.isEmpty() && !left.wasSeparatedFrom(right) && !right.wasSeparatedFrom(left)) {
                return true;
            }
            refused.add(found.withContradictions(against, policy.autoThreshold()));
            return false;
        });
    }
}
