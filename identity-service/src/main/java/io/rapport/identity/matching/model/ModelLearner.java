package io.rapport.identity.matching.model;

import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameParse;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Estimates a brand's model by expectation maximisation, starting from the shipped model, which also serves as prior. */
public final class ModelLearner {

    private static final int ROUNDS = 12;
    private static final int MAX_RECORDS = 20_000;
    private static final int SAMPLED_PAIRS = 40_000;

    /** Log-odds under the shipped model below which no estimate can turn a pair into a match. */
    private static final double MIN_LOG_ODDS = -9;

    private static final double PRIOR_WEIGHT_U = 200;

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
        model = model.withU(chanceAgreement(all, scorer));
        scorer = new CandidateScorer(records, model);
        Map<NormalizedRecord, List<MatchCandidate>> pairs = new HashMap<>();
        for (NormalizedRecord record : all) {
            pairs.put(
                    record,
                    scorer.candidates(record).stream()
                            .filter(c -> c.logit() > MIN_LOG_ODDS)
                            .toList());
        }
        for (int round = 0; round < ROUNDS; round++) {
            model = new ExpectationStep(records, model).nextModel(all, pairs);
        }
        return model;
    }

    /** Returns every n-th record of a large brand, which suffices for the estimate. */
    private List<NormalizedRecord> sample() {
        List<NormalizedRecord> all = records.all();
        int step = Math.max(1, all.size() / MAX_RECORDS);
        List<NormalizedRecord> sampled = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            sampled.add(all.get(i));
        }
        return sampled;
    }

    /** Adds words that occur beside the names of several people to the affixes. */
    private MatchModel withAffixes(List<NormalizedRecord> all) {
        MatchModel shipped = MatchModel.shipped();
        CandidateScorer scorer = new CandidateScorer(records, shipped);
        Map<String, Set<String>> beside = new HashMap<>();
        int handles = 0;
        for (NormalizedRecord record : all) {
            if (record.kind() == RecordKind.HANDLE) {
                handles++;
                scorer.candidates(record).stream()
                        .filter(candidate -> candidate.record().kind() == RecordKind.CLIENT)
                        .findFirst()
                        .ifPresent(best -> collectUnexplained(record, best.record(), scorer, beside));
            }
        }
        int required = Math.max(3, handles / 300);
        Set<String> affixes = new HashSet<>(shipped.affixes());
        beside.forEach((word, people) -> {
            if (people.size() >= required) {
                affixes.add(word);
            }
        });
        return shipped.withAffixes(affixes);
    }

    private static void collectUnexplained(
            NormalizedRecord handle, NormalizedRecord client, CandidateScorer scorer, Map<String, Set<String>> beside) {
        for (NormalizedAccount account : handle.accounts()) {
            if (account.isDistinctive()) {
                HandleNameParse parse = scorer.parseHandle(account.letters(), client);
                if (parse.familyText().length() > 3 && parse.rest().length() > 1) {
                    beside.computeIfAbsent(parse.rest(), k -> new HashSet<>())
                            .add(client.name().family());
                }
            }
        }
    }

    /** Estimates u from random pairs of clients, nearly all of which are two people. */
    private Map<ComparisonRule, double[]> chanceAgreement(List<NormalizedRecord> all, CandidateScorer scorer) {
        List<NormalizedRecord> clients =
                all.stream().filter(p -> p.kind() == RecordKind.CLIENT).toList();
        Map<ComparisonRule, double[]> counts = new EnumMap<>(ComparisonRule.class);
        for (ComparisonRule rule : ComparisonRule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = PRIOR_WEIGHT_U * rule.u(level);
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
