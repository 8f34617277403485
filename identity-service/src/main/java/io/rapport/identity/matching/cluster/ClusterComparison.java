package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two clusters by their client rows: for each rule the best finding between any two rows counts. The more values there are to
 * choose from, the likelier a chance agreement; the weight is reduced accordingly.
 */
final class ClusterComparison {

    private static final int MAX_ROWS = 8;

    private final CandidateScorer scorer;

    ClusterComparison(CandidateScorer scorer) {
        this.scorer = scorer;
    }

    /** Compares the clusters as one pair; there are no findings if either has no client row. */
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
                .filter(record -> record.kind() == RecordKind.CLIENT)
                .sorted(Comparator.comparing(NormalizedRecord::id))
                .limit(MAX_ROWS)
                .toList();
    }

    private void keep(
            RuleFinding finding, Map<ComparisonRule, RuleFinding> best, Map<ComparisonRule, Set<String>> values) {
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
