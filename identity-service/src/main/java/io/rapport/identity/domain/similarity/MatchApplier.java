package io.rapport.identity.domain.similarity;

import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.JoinEvidence;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.review.ReviewSuggester.MatchSuggestion;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Applies matches: merges two people if the match is certain enough, the policy allows it and nothing contradicts it;
 * else suggests the merge for review.
 */
public final class MatchApplier {

    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final RecordOwnerResolver owners;
    private final PersonJoiner joiner;
    private final ReviewSuggester suggester;
    private final BrandMatchIndexes indexes;
    private final MatchingPolicyService policies;

    public MatchApplier(
            RecordOwnerResolver owners,
            PersonJoiner joiner,
            ReviewSuggester suggester,
            BrandMatchIndexes indexes,
            MatchingPolicyService policies) {
        this.owners = owners;
        this.joiner = joiner;
        this.suggester = suggester;
        this.indexes = indexes;
        this.policies = policies;
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
        var contacts = policies.contacts(policy);
        for (var match : uncontested(matches)) {
            if (match.outcome() == MatchOutcome.CONFIRMED
                    && contacts.isBlocked(match.evidence().get(0))) {
                continue;
            }
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
        joiner.join(joins);
        suggester.suggest(suggestions, at);
    }

    private static List<Match> uncontested(Collection<Match> matches) {
        return matches.stream()
                .filter(match -> match.outcome() != MatchOutcome.CONTESTED)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static boolean isAutomatic(Match match, PolicySet policy) {
        return match.outcome() == MatchOutcome.CONFIRMED
                || match.outcome() == MatchOutcome.INFERRED && policy.inference();
    }

    private JoinEvidence join(MatchSuggestion found, PolicySet policy, Instant at, List<MatchSuggestion> refused) {
        var match = found.match();
        var handle = MatchRecordMapper.handleKey(match.id())
                .or(() -> MatchRecordMapper.handleKey(match.other()))
                .orElse(null);
        if (match.outcome() == MatchOutcome.CONFIRMED) {
            var evidence = match.evidence().get(0);
            var rationale = new DecisionRationale(evidence.rule(), evidence.detail(), at);
            return new JoinEvidence(found.left(), found.right(), handle, rationale, (left, right) -> {
                if (found.ownsRecords(left, right)
                        && (left.wasSeparatedByUserFrom(right) || right.wasSeparatedByUserFrom(left))) {
                    refused.add(found.withContradictions(Set.of(), policy.autoThreshold()));
                    return false;
                }
                return found.ownsRecords(left, right);
            });
        }
        var reason = String.format(Locale.ROOT, "Likely the same person, at %.4f", match.probability());
        var rationale =
                new DecisionRationale(EvidenceRule.LIKENESS.name(), reason, at, match.probability(), match.evidence());
        var index = indexes.of(policy.brandKey());
        return new JoinEvidence(found.left(), found.right(), handle, rationale, (left, right) -> {
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
