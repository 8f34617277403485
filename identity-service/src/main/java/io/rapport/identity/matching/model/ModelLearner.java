package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameParse;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns a brand's chances by expectation and maximisation, starting from and leaning on those shipped. */
public final class ModelLearner {

    private static final int ROUNDS = 12;
    private static final int MOST_RECORDS = 20_000;
    private static final int SAMPLED_PAIRS = 40_000;

    /** Log-odds under the shipped chances from where on no learning would make a pair of one person. */
    private static final double HOPELESS = -9;

    private static final double LEANING_U = 200;

    private final RecordIndex records;

    public ModelLearner(RecordIndex records) {
        this.records = records;
    }

    public MatchModel learn() {
        List<NormalizedRecord> all = sample();
        MatchModel model = withAffixes(all);
        if (all.size() < 2) {
            return model;
        }
        CandidateScorer scorer = new CandidateScorer(records, model);
        model = new MatchModel(
                model.m(),
                chanceAgreement(all, scorer),
                model.priors(),
                model.coverage(),
                model.affixes(),
                model.domainAffixes());
        scorer = new CandidateScorer(records, model);
        Map<NormalizedRecord, List<MatchCandidate>> pairs = new HashMap<>();
        for (NormalizedRecord profile : all) {
            pairs.put(
                    profile,
                    scorer.candidates(profile).stream()
                            .filter(c -> c.logit() > HOPELESS)
                            .toList());
        }
        for (int round = 0; round < ROUNDS; round++) {
            model = new ExpectationStep(records, model).nextModel(all, pairs);
        }
        return model;
    }

    /** Every n-th record of a large brand says as much as all of them. */
    private List<NormalizedRecord> sample() {
        List<NormalizedRecord> all = records.all();
        int step = Math.max(1, all.size() / MOST_RECORDS);
        List<NormalizedRecord> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    /** Words that stand beside the names of several people are no part of any name. */
    private MatchModel withAffixes(List<NormalizedRecord> all) {
        MatchModel shipped = MatchModel.shipped();
        CandidateScorer scorer = new CandidateScorer(records, shipped);
        Map<String, Set<String>> beside = new HashMap<>();
        int handles = 0;
        for (NormalizedRecord profile : all) {
            if (profile.kind() == RecordKind.HANDLE) {
                handles++;
                scorer.candidates(profile).stream()
                        .filter(candidate -> candidate.profile().kind() == RecordKind.CLIENT)
                        .findFirst()
                        .ifPresent(best -> collectUnexplained(profile, best.profile(), scorer, beside));
            }
        }
        int enough = Math.max(3, handles / 300);
        Set<String> affixes = new HashSet<>(shipped.affixes());
        beside.forEach((word, people) -> {
            if (people.size() >= enough) {
                affixes.add(word);
            }
        });
        return new MatchModel(shipped.m(), shipped.u(), shipped.priors(), shipped.coverage(), affixes, shipped.domainAffixes());
    }

    private static void collectUnexplained(NormalizedRecord handle, NormalizedRecord client, CandidateScorer scorer, Map<String, Set<String>> beside) {
        for (NormalizedAccount account : handle.accounts()) {
            if (account.isDistinctive()) {
                HandleNameParse reading = scorer.parseHandle(account.letters(), client);
                if (reading.familyText().length() > 3 && reading.rest().length() > 1) {
                    beside.computeIfAbsent(reading.rest(), k -> new HashSet<>())
                            .add(client.name().family());
                }
            }
        }
    }

    /** How often two clients taken at random agree: almost all such pairs are two people. */
    private Map<ComparisonRule, double[]> chanceAgreement(List<NormalizedRecord> all, CandidateScorer scorer) {
        List<NormalizedRecord> clients =
                all.stream().filter(p -> p.kind() == RecordKind.CLIENT).toList();
        Map<ComparisonRule, double[]> counts = new EnumMap<>(ComparisonRule.class);
        for (ComparisonRule rule : ComparisonRule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = LEANING_U * rule.u(level);
            }
            counts.put(rule, prior);
        }
        int n = clients.size();
        long pairs = Math.min(SAMPLED_PAIRS, (long) n * (n - 1) / 2);
        for (int i = 0; n > 1 && i < pairs; i++) {
            int a = (int) (i * 2654435761L % n);
            int b = (a + 1 + (int) ((i * 40503L + i / n) % (n - 1))) % n;
            for (RuleFinding finding :
                    scorer.compare(clients.get(a), clients.get(b)).findings()) {
                counts.getOrDefault(finding.rule(), new double[finding.level() + 1])[finding.level()]++;
            }
        }
        return ExpectationStep.normalised(counts);
    }
}
