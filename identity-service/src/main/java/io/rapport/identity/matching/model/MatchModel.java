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
 * Probabilities of a Fellegi-Sunter model: the shipped ones, or those estimated from a brand's data.
 *
 * @param m by rule and level, for pairs of one person
 * @param u by rule and level, for pairs of two people
 * @param priors by kind of pair: for two clients or two handles the expected number of duplicates, for a handle and a client the share of
 *     handles whose owner is on the list
 * @param coverage the same share for handles with a certain affix beside the name
 * @param affixes words beside names, including those learnt from the brand
 * @param domainAffixes association of affixes with web domains
 */
public record MatchModel(
        Map<ComparisonRule, double[]> m,
        Map<ComparisonRule, double[]> u,
        Map<PairKind, Double> priors,
        Map<String, Double> coverage,
        Set<String> affixes,
        DomainAffixes domainAffixes) {

    private static final double LOWEST = 1e-9;

    /** Returns the shipped model, which is the same for every brand. */
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
        return new MatchModel(
                m, u, priors, Map.of(), new HashSet<>(WordListReader.words("affixes.txt")), DomainAffixes.UNKNOWN);
    }

    /** Returns a copy with these probabilities for pairs of two people. */
    MatchModel withU(Map<ComparisonRule, double[]> next) {
        return new MatchModel(m, next, priors, coverage, affixes, domainAffixes);
    }

    /** Returns a copy with these affixes. */
    MatchModel withAffixes(Set<String> next) {
        return new MatchModel(m, u, priors, coverage, next, domainAffixes);
    }

    /** Returns the probability that a pair of one person falls on this level. */
    public double m(ComparisonRule rule, int level) {
        return table(m, rule)[level];
    }

    /** Returns the log-odds that a finding adds. */
    public double weight(RuleFinding finding) {
        if (finding.rule() == ComparisonRule.HANDLE_BESIDE) {
            return Math.log(domainAffixes.likelihoodRatio(finding));
        }
        int level = finding.level();
        double other = table(u, finding.rule())[level];
        double chance = Double.isNaN(finding.chance()) ? other : finding.chance();
        return Math.log(Math.max(LOWEST, table(m, finding.rule())[level]) / Math.max(LOWEST, chance));
    }

    /** Returns the log-odds of all findings. */
    double weight(List<RuleFinding> findings) {
        double sum = 0;
        for (RuleFinding finding : findings) {
            sum += weight(finding);
        }
        return sum;
    }

    /** Returns the prior probability that a pair is one person. */
    double prior(PairKind kind, int others) {
        return Math.min(0.5, priors.getOrDefault(kind, 0.3) / Math.max(1, others));
    }

    /** Returns the share of handles with this affix whose owner is on the list. */
    double coverageOf(String affix) {
        return Math.min(0.995, coverage.getOrDefault(affix, priors.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.5)));
    }

    private static double[] table(Map<ComparisonRule, double[]> tables, ComparisonRule rule) {
        double[] table = tables.get(rule);
        if (table == null) {
            throw new IllegalStateException("No probabilities for " + rule);
        }
        return table;
    }
}
