package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One round of learning: how likely each pair is under a model, and the model that those likelihoods make. */
final class Expectation {

    private static final double LEANING = 25;
    private static final double LEANING_PRIOR = 40;

    private final Scorer scorer;
    private final Model model;
    private final Map<Rule, double[]> levels = new EnumMap<>(Rule.class);
    private final Map<PairKind, double[]> owners = new EnumMap<>(PairKind.class);
    private final Map<String, double[]> beside = new HashMap<>();
    private final Company company = new Company();

    Expectation(RecordStore records, Model model) {
        this.scorer = new Scorer(records, model);
        this.model = model;
        for (Rule rule : Rule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = LEANING * rule.m(level);
            }
            levels.put(rule, prior);
        }
        Model.shipped()
                .priors()
                .forEach((kind, prior) -> owners.put(kind, new double[] {LEANING_PRIOR * prior, LEANING_PRIOR}));
    }

    /** The next model. */
    Model over(List<Profile> all, Map<Profile, List<Candidate>> pairs) {
        for (Profile profile : all) {
            List<Candidate> candidates = new ArrayList<>();
            for (Candidate candidate : pairs.getOrDefault(profile, List.of())) {
                candidates.add(scorer.weighed(profile, candidate.profile(), candidate.findings()));
            }
            count(profile, candidates);
        }
        Map<PairKind, Double> priors = new EnumMap<>(PairKind.class);
        owners.forEach((kind, sums) -> priors.put(kind, sums[0] / sums[1]));
        Map<String, Double> coverage = new HashMap<>();
        double overall = priors.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.5);
        beside.forEach((aside, sums) -> coverage.put(aside, (sums[0] + 3 * overall) / (sums[1] + 3)));
        return new Model(normalised(levels), model.u(), priors, coverage, model.affixes(), company);
    }

    private void count(Profile profile, List<Candidate> candidates) {
        Map<String, Double> chances = scorer.chances(profile, candidates);
        Map<PairKind, Double> found = new EnumMap<>(PairKind.class);
        double best = 0;
        String aside = "";
        for (Candidate candidate : candidates) {
            PairKind kind = PairKind.of(profile, candidate.profile());
            if (kind == PairKind.HANDLE_AND_CLIENT && profile.kind() == RecordKind.CLIENT) {
                continue;
            }
            double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
            found.merge(kind, chance, Double::sum);
            add(candidate.findings(), chance);
            if (kind == PairKind.HANDLE_AND_CLIENT && chance > best) {
                best = chance;
                aside = Scorer.aside(candidate.findings());
            }
        }
        same(profile, found, aside);
    }

    private void same(Profile profile, Map<PairKind, Double> found, String aside) {
        PairKind alike = profile.kind() == RecordKind.CLIENT ? PairKind.CLIENTS : PairKind.HANDLES;
        tally(alike, found.getOrDefault(alike, 0.0));
        boolean telling = profile.accounts().stream().anyMatch(AccountForm::isTelling);
        if (profile.kind() == RecordKind.HANDLE && telling) {
            double owned = Math.min(1, found.getOrDefault(PairKind.HANDLE_AND_CLIENT, 0.0));
            tally(PairKind.HANDLE_AND_CLIENT, owned);
            double[] sums = beside.computeIfAbsent(aside, k -> new double[2]);
            sums[0] += owned;
            sums[1]++;
        }
    }

    private void tally(PairKind kind, double found) {
        double[] sums = owners.computeIfAbsent(kind, k -> new double[2]);
        sums[0] += found;
        sums[1]++;
    }

    private void add(List<Finding> findings, double chance) {
        for (Finding finding : findings) {
            double[] counts = levels.get(finding.rule());
            if (counts != null) {
                counts[finding.level()] += chance;
            }
            if (finding.rule() == Rule.HANDLE_BESIDE) {
                company.add(finding, chance);
            }
        }
    }

    static Map<Rule, double[]> normalised(Map<Rule, double[]> counts) {
        Map<Rule, double[]> chances = new EnumMap<>(Rule.class);
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
