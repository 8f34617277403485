package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.text.WordListReader;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chances a brand is matched with: those shipped, or those learnt from its own data.
 *
 * @param m by rule and level, in pairs of one person
 * @param u by rule and level, in pairs of two people
 * @param priors by kind of pair: for two clients or two handles how many others are the same person, for a handle and a client the share
 *     of handles whose owner is on the list
 * @param coverage that same share for handles with a certain word beside the name
 * @param affixes words beside names, those learnt from the brand included
 * @param domainAffixes how many times likelier a word beside the name is where the client has a page on a certain domain
 */
public record MatchModel(
        Map<ComparisonRule, double[]> m,
        Map<ComparisonRule, double[]> u,
        Map<PairKind, Double> priors,
        Map<String, Double> coverage,
        Set<String> affixes,
        DomainAffixes domainAffixes) {

    private static final double LOWEST = 1e-9;

    /** The model that ships: the same for every brand. */
    public static MatchModel shipped() {
        Map<ComparisonRule, double[]> m = new EnumMap<>(ComparisonRule.class);
        Map<ComparisonRule, double[]> u = new EnumMap<>(ComparisonRule.class);
        for (ComparisonRule rule : ComparisonRule.values()) {
            double[] same = new double[rule.levels()];
            double[] other = new double[rule.levels()];
            for (int level = 0; level < rule.levels(); level++) {
                same[level] = rule.m(level);
                other[level] = rule.u(level);
            }
            m.put(rule, same);
            u.put(rule, other);
        }
        Map<PairKind, Double> priors =
                Map.of(PairKind.CLIENTS, 0.3, PairKind.HANDLE_AND_CLIENT, 0.5, PairKind.HANDLES, 0.3);
        return new MatchModel(m, u, priors, Map.of(), new HashSet<>(WordListReader.words("affixes.txt")), DomainAffixes.UNKNOWN);
    }

    /** How often pairs of one person fall on this level. */
    public double m(ComparisonRule rule, int level) {
        return table(m, rule)[level];
    }

    /** Log-odds a finding adds. */
    public double weight(RuleFinding finding) {
        if (finding.rule() == ComparisonRule.HANDLE_BESIDE) {
            return Math.log(domainAffixes.likelihoodRatio(finding));
        }
        int level = finding.level();
        double other = table(u, finding.rule())[level];
        double chance = Double.isNaN(finding.chance()) ? other : finding.chance();
        return Math.log(Math.max(LOWEST, table(m, finding.rule())[level]) / Math.max(LOWEST, chance));
    }

    /** Log-odds of all findings together. */
    double weight(List<RuleFinding> findings) {
        double sum = 0;
        for (RuleFinding finding : findings) {
            sum += weight(finding);
        }
        return sum;
    }

    /** Chance that a pair is the same person before anything is compared. */
    double prior(PairKind kind, int others) {
        return Math.min(0.5, priors.getOrDefault(kind, 0.3) / Math.max(1, others));
    }

    /** The share of handles with these words beside the name whose owner is on the list. */
    double coverageOf(String aside) {
        return Math.min(0.995, coverage.getOrDefault(aside, priors.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.5)));
    }

    private static double[] table(Map<ComparisonRule, double[]> tables, ComparisonRule rule) {
        double[] table = tables.get(rule);
        if (table == null) {
            throw new IllegalStateException("no chances for " + rule);
        }
        return table;
    }
}
