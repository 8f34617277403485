package io.rapport.identity.matching.model;

import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round of expectation maximisation: the probabilities of all pairs under a model, and the next model estimated from them. */
final class ExpectationStep {

    private static final double PRIOR_WEIGHT = 25;
    private static final double PRIOR_WEIGHT_OWNERS = 40;

    private final CandidateScorer scorer;
    private final MatchModel model;
    private final Map<ComparisonRule, double[]> levels = new EnumMap<>(ComparisonRule.class);
    private final Map<PairKind, double[]> owners = new EnumMap<>(PairKind.class);
    private final Map<String, double[]> beside = new HashMap<>();
    private final DomainAffixes domainAffixes = new DomainAffixes();

    ExpectationStep(RecordIndex records, MatchModel model) {
        this.scorer = new CandidateScorer(records, model);
        this.model = model;
        for (ComparisonRule rule : ComparisonRule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = PRIOR_WEIGHT * rule.m(level);
            }
            levels.put(rule, prior);
        }
        MatchModel.shipped()
                .priors()
                .forEach((kind, prior) ->
                        owners.put(kind, new double[] {PRIOR_WEIGHT_OWNERS * prior, PRIOR_WEIGHT_OWNERS}));
    }

    /** Returns the next model. */
    MatchModel nextModel(List<NormalizedRecord> all, Map<NormalizedRecord, List<MatchCandidate>> pairs) {
        for (NormalizedRecord record : all) {
            List<MatchCandidate> candidates = new ArrayList<>();
            for (MatchCandidate candidate : pairs.getOrDefault(record, List.of())) {
                candidates.add(scorer.score(record, candidate.record(), candidate.findings()));
            }
            count(record, candidates);
        }
        Map<PairKind, Double> priors = new EnumMap<>(PairKind.class);
        owners.forEach((kind, sums) -> priors.put(kind, sums[0] / sums[1]));
        Map<String, Double> coverage = new HashMap<>();
        double overall = priors.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.5);
        beside.forEach((affix, sums) -> coverage.put(affix, (sums[0] + 3 * overall) / (sums[1] + 3)));
        return new MatchModel(normalised(levels), model.u(), priors, coverage, model.affixes(), domainAffixes);
    }

    private void count(NormalizedRecord record, List<MatchCandidate> candidates) {
        Map<String, Double> probabilities = scorer.probabilities(record, candidates);
        Map<PairKind, Double> found = new EnumMap<>(PairKind.class);
        double best = 0;
        String affix = "";
        for (MatchCandidate candidate : candidates) {
            PairKind kind = PairKind.of(record, candidate.record());
            if (kind == PairKind.HANDLE_AND_CLIENT && record.kind() == RecordKind.CLIENT) {
                continue;
            }
            double chance = probabilities.getOrDefault(candidate.record().id(), 0.0);
            found.merge(kind, chance, Double::sum);
            addFindings(candidate.findings(), chance);
            if (kind == PairKind.HANDLE_AND_CLIENT && chance > best) {
                best = chance;
                affix = CandidateScorer.affix(candidate.findings());
            }
        }
        countOwners(record, found, affix);
    }

    private void countOwners(NormalizedRecord record, Map<PairKind, Double> found, String affix) {
        PairKind alike = record.kind() == RecordKind.CLIENT ? PairKind.CLIENTS : PairKind.HANDLES;
        addOwner(alike, found.getOrDefault(alike, 0.0));
        boolean distinctive = record.accounts().stream().anyMatch(NormalizedAccount::isDistinctive);
        if (record.kind() == RecordKind.HANDLE && distinctive) {
            double owned = Math.min(1, found.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.0));
            addOwner(PairKind.HANDLE_AND_CLIENT, owned);
            double[] sums = beside.computeIfAbsent(affix, k -> new double[2]);
            sums[0] += owned;
            sums[1]++;
        }
    }

    private void addOwner(PairKind kind, double found) {
        double[] sums = owners.computeIfAbsent(kind, k -> new double[2]);
        sums[0] += found;
        sums[1]++;
    }

    private void addFindings(List<RuleFinding> findings, double chance) {
        for (RuleFinding finding : findings) {
            double[] counts = levels.get(finding.rule());
            if (counts != null) {
                counts[finding.level()] += chance;
            }
            if (finding.rule() == ComparisonRule.HANDLE_BESIDE) {
                domainAffixes.add(finding, chance);
            }
        }
    }

    static Map<ComparisonRule, double[]> normalised(Map<ComparisonRule, double[]> counts) {
        Map<ComparisonRule, double[]> probabilities = new EnumMap<>(ComparisonRule.class);
        counts.forEach((rule, row) -> {
            double sum = 0;
            for (double count : row) {
                sum += count;
            }
            double[] share = new double[row.length];
            for (int level = 0; level < row.length; level++) {
                share[level] = row[level] / sum;
            }
            probabilities.put(rule, share);
        });
        return probabilities;
    }
}
