package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two groups of client rows, each already one person, by the best that any two of their rows agree on. The more values there are
 * to choose from, the more an agreement may be chance; its weight is lowered by that much.
 */
final class ClusterComparison {

    private static final int MOST_ROWS = 8;

    private final CandidateScorer scorer;

    ClusterComparison(CandidateScorer scorer) {
        this.scorer = scorer;
    }

    /** The groups as one pair; nothing is found when either has no client row. */
    MatchCandidate compare(List<NormalizedRecord> left, List<NormalizedRecord> right) {
        List<NormalizedRecord> a = rows(left);
        List<NormalizedRecord> b = rows(right);
        Map<ComparisonRule, RuleFinding> best = new EnumMap<>(ComparisonRule.class);
        Map<ComparisonRule, Set<String>> values = new EnumMap<>(ComparisonRule.class);
        double prior = 0;
        for (NormalizedRecord x : a) {
            for (NormalizedRecord y : b) {
                MatchCandidate pair = scorer.compare(x, y);
                prior = pair.prior();
                pair.findings().forEach(finding -> keep(finding, best, values));
            }
        }
        List<RuleFinding> findings = new ArrayList<>(best.values());
        return new MatchCandidate(right.get(0), findings, weight(best, values), prior);
    }

    private static List<NormalizedRecord> rows(List<NormalizedRecord> group) {
        return group.stream()
                .filter(profile -> profile.kind() == RecordKind.CLIENT)
                .sorted(Comparator.comparing(NormalizedRecord::id))
                .limit(MOST_ROWS)
                .toList();
    }

    private void keep(RuleFinding finding, Map<ComparisonRule, RuleFinding> best, Map<ComparisonRule, Set<String>> values) {
        best.merge(
                finding.rule(),
                finding,
                (x, y) -> scorer.model().weight(y) > scorer.model().weight(x) ? y : x);
        values.computeIfAbsent(finding.rule(), k -> new HashSet<>()).add(finding.left() + "\n" + finding.right());
    }

    private double weight(Map<ComparisonRule, RuleFinding> best, Map<ComparisonRule, Set<String>> values) {
        double sum = 0;
        for (Map.Entry<ComparisonRule, RuleFinding> entry : best.entrySet()) {
            double weight = scorer.model().weight(entry.getValue());
            int choices = values.getOrDefault(entry.getKey(), Set.of()).size();
            sum += weight > 0 ? Math.max(0, weight - Math.log(Math.max(1, choices))) : weight;
        }
        return sum;
    }
}
