package io.rapport.identity.matching;

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
final class GroupComparison {

    private static final int MOST_ROWS = 8;

    private final Scorer scorer;

    GroupComparison(Scorer scorer) {
        this.scorer = scorer;
    }

    /** The groups as one pair; nothing is found when either has no client row. */
    Candidate compare(List<Profile> left, List<Profile> right) {
        List<Profile> a = rows(left);
        List<Profile> b = rows(right);
        Map<Rule, Finding> best = new EnumMap<>(Rule.class);
        Map<Rule, Set<String>> values = new EnumMap<>(Rule.class);
        double prior = 0;
        for (Profile x : a) {
            for (Profile y : b) {
                Candidate pair = scorer.compare(x, y);
                prior = pair.prior();
                pair.findings().forEach(finding -> keep(finding, best, values));
            }
        }
        List<Finding> findings = new ArrayList<>(best.values());
        return new Candidate(right.get(0), findings, weight(best, values), prior);
    }

    private static List<Profile> rows(List<Profile> group) {
        return group.stream()
                .filter(profile -> profile.kind() == RecordKind.CLIENT)
                .sorted(Comparator.comparing(Profile::id))
                .limit(MOST_ROWS)
                .toList();
    }

    private void keep(Finding finding, Map<Rule, Finding> best, Map<Rule, Set<String>> values) {
        best.merge(
                finding.rule(),
                finding,
                (x, y) -> scorer.model().weight(y) > scorer.model().weight(x) ? y : x);
        values.computeIfAbsent(finding.rule(), k -> new HashSet<>()).add(finding.left() + "\n" + finding.right());
    }

    private double weight(Map<Rule, Finding> best, Map<Rule, Set<String>> values) {
        double sum = 0;
        for (Map.Entry<Rule, Finding> entry : best.entrySet()) {
            double weight = scorer.model().weight(entry.getValue());
            int choices = values.getOrDefault(entry.getKey(), Set.of()).size();
            sum += weight > 0 ? Math.max(0, weight - Math.log(Math.max(1, choices))) : weight;
        }
        return sum;
    }
}
