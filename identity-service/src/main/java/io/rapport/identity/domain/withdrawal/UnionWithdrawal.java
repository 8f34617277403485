package io.rapport.identity.domain.withdrawal;

import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.review.ReviewSuggester.MatchSuggestion;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends unions whose evidence was withdrawn, and suggests the two people for review instead. */
public final class UnionWithdrawal {

    /** The probability of the suggestion: the evidence was withdrawn, and nothing else is known. */
    private static final double OPEN = 0.5;

    private static final Set<String> RULES =
            Set.of(EvidenceRule.CLIENT_LIST.name(), EvidenceRule.BLOCKED_CONTACT.name());

    private final FamilyReader families;
    private final DecisionService decisions;
    private final ReviewSuggester suggester;

    public UnionWithdrawal(FamilyReader families, DecisionService decisions, ReviewSuggester suggester) {
        this.families = families;
        this.decisions = decisions;
        this.suggester = suggester;
    }

    /**
     * Ends unions, unless a later decision of a user about the same people stands.
     *
     * @param unions the latest of each person first
     * @return the number of ended unions
     */
    public int end(Collection<EvidenceUnion> unions, EvidenceRule rule, String reason, Instant at) {
        var rationale = new DecisionRationale(rule.name(), reason, at);
        var ended = unions.stream().filter(union -> undo(union, rationale)).toList();
        suggester.suggest(suggestions(ended, rule, reason), at);
        return ended.size();
    }

    /** Whether a suggestion was made because evidence was withdrawn, so that no comparison makes it again. */
    public static boolean isReason(MatchReview review) {
        var evidence = review.evidence();
        return review.probability() == OPEN
                && evidence.size() == 1
                && RULES.contains(evidence.get(0).rule());
    }

    private boolean undo(EvidenceUnion union, DecisionRationale rationale) {
        try {
            decisions.undo(union.lead(), union.decision().id(), rationale);
            return true;
        } catch (DecisionRefusedException e) {
            return false;
        }
    }

    private List<MatchSuggestion> suggestions(List<EvidenceUnion> ended, EvidenceRule rule, String reason) {
        var found = families.find(ended.stream()
                .flatMap(union -> Stream.of(union.lead(), other(union)))
                .collect(Collectors.toSet()));
        return ended.stream()
                .filter(union -> found.containsKey(union.lead()) && found.containsKey(other(union)))
                .map(union -> suggestion(union, found, rule, reason))
                .toList();
    }

    private static PersonKey other(EvidenceUnion union) {
        return union.lead().withPerson(union.other());
    }

    private static MatchSuggestion suggestion(
            EvidenceUnion union, Map<PersonKey, PersonFamily> found, EvidenceRule rule, String reason) {
        var match = new Match(
                anyRecord(found, union.lead()),
                anyRecord(found, other(union)),
                MatchOutcome.REVIEW,
                OPEN,
                List.of(rule.evidence(reason)),
                List.of(reason));
        return new MatchSuggestion(union.lead(), other(union), match);
    }

    private static String anyRecord(Map<PersonKey, PersonFamily> found, PersonKey person) {
        var records = MatchRecordMapper.recordIds(Objects.requireNonNull(found.get(person)));
        return records.isEmpty() ? person.person().toString() : records.get(0);
    }
}
