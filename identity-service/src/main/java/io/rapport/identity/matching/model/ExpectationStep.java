package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round of learning: how likely each pair is under a model, and the model that those likelihoods make. */
final class ExpectationStep {

    private static final double LEANING = 25;
    private static final double LEANING_PRIOR = 40;

    private final CandidateScorer scorer;
    private final MatchModel model;
    private final Map<ComparisonRule, double[]> levels = new EnumMap<>(ComparisonRule.class);
    private final Map<PairKind, double[]> owners = new EnumMap<>(PairKind.class);
    private final Map<String, double[]> beside = new HashMap<>();
    private final DomainAffixes company = new DomainAffixes();

    ExpectationStep(RecordIndex records, MatchModel model) {
        this.scorer = new CandidateScorer(records, model);
        this.model = model;
        for (ComparisonRule rule : ComparisonRule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = LEANING * rule.m(level);
            }
            levels.put(rule, prior);
        }
        MatchModel.shipped()
                .priors()
                .forEach((kind, prior) -> owners.put(kind, new double[] {LEANING_PRIOR * prior, LEANING_PRIOR}));
    }

    /** The next model. */
    MatchModel nextModel(List<NormalizedRecord> all, Map<NormalizedRecord, List<MatchCandidate>> pairs) {
        for (NormalizedRecord profile : all) {
            List<MatchCandidate> candidates = new ArrayList<>();
            for (MatchCandidate candidate : pairs.getOrDefault(profile, List.of())) {
                candidates.add(scorer.score(profile, candidate.profile(), candidate.findings()));
            }
            count(profile, candidates);
        }
        Map<PairKind, Double> priors = new EnumMap<>(PairKind.class);
        owners.forEach((kind, sums) -> priors.put(kind, sums[0] / sums[1]));
        Map<String, Double> coverage = new HashMap<>();
        double overall = priors.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.5);
        beside.forEach((aside, sums) -> coverage.put(aside, (sums[0] + 3 * overall) / (sums[1] + 3)));
        return new MatchModel(normalised(levels), model.u(), priors, coverage, model.affixes(), company);
    }

    private void count(NormalizedRecord profile, List<MatchCandidate> candidates) {
        Map<String, Double> chances = scorer.probabilities(profile, candidates);
        Map<PairKind, Double> found = new EnumMap<>(PairKind.class);
        double best = 0;
        String aside = "";
        for (MatchCandidate candidate : candidates) {
            PairKind kind = PairKind.of(profile, candidate.profile());
            if (kind == PairKind.HANDLE_AND_CLIENT && profile.kind() == RecordKind.CLIENT) {
                continue;
            }
            double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
            found.merge(kind, chance, Double::sum);
            addFindings(candidate.findings(), chance);
            if (kind == PairKind.HANDLE_AND_CLIENT && chance > best) {
                best = chance;
                aside = CandidateScorer.affix(candidate.findings());
            }
        }
        countOwners(profile, found, aside);
    }

    private void countOwners(NormalizedRecord profile, Map<PairKind, Double> found, String aside) {
        PairKind alike = profile.kind() == RecordKind.CLIENT ? PairKind.CLIENTS : PairKind.HANDLES;
        addOwner(alike, found.getOrDefault(alike, 0.0));
        boolean telling = profile.accounts().stream().anyMatch(NormalizedAccount::isDistinctive);
        if (profile.kind() == RecordKind.HANDLE && telling) {
            double owned = Math.min(1, found.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.0));
            addOwner(PairKind.HANDLE_AND_CLIENT, owned);
            double[] sums = beside.computeIfAbsent(aside, k -> new double[2]);
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
                company.add(finding, chance);
            }
        }
    }

    static Map<ComparisonRule, double[]> normalised(Map<ComparisonRule, double[]> counts) {
        Map<ComparisonRule, double[]> chances = new EnumMap<>(ComparisonRule.class);
        counts.forEach((rule, row) -> {
            double sum = 0;
            for (double count : row) {
                sum += count;
            }
            double[] share = new double[row.length];
            for (int level = 0; level < row.length; level++) {
                share[level] = row[level] / sum;
            }
            chances.put(rule, share);
        });
        return chances;
    }
}
