package io.rapport.identity.matching.model;

import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameParse;
import io.rapport.identity.matching.compare.PairComparison;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and scores the candidates of a record with one model. */
public final class CandidateScorer {

    private final RecordIndex records;
    private final MatchModel model;
    private final PairComparison comparison;

    public CandidateScorer(RecordIndex records, MatchModel model) {
        this.records = records;
        this.model = model;
        this.comparison = new PairComparison(records.frequencies(), model.affixes());
    }

    public MatchModel model() {
        return model;
    }

    /** Parses a handle as this client's name. */
    HandleNameParse parseHandle(String letters, NormalizedRecord client) {
        return comparison.parseHandle(letters, client);
    }

    /** Returns the candidates of this record, best first. */
    public List<MatchCandidate> candidates(NormalizedRecord record) {
        List<MatchCandidate> candidates = new ArrayList<>();
        for (NormalizedRecord other : records.candidates(record)) {
            candidates.add(compare(record, other));
        }
        candidates.sort(Comparator.comparingDouble((MatchCandidate c) -> -c.weight())
                .thenComparing(c -> c.record().id()));
        return candidates;
    }

    /** Compares a pair, always in the order of ids. */
    public MatchCandidate compare(NormalizedRecord record, NormalizedRecord other) {
        boolean first = record.id().compareTo(other.id()) <= 0;
        return score(record, other, comparison.compare(first ? record : other, first ? other : record));
    }

    /** Scores findings with this scorer's model. */
    public MatchCandidate score(NormalizedRecord record, NormalizedRecord other, List<RuleFinding> findings) {
        return new MatchCandidate(
                other, findings, model.weight(findings), EvidenceWaterfall.logit(prior(record, other, findings)));
    }

    /** Returns the probability of each candidate by id. A handle has one owner, so its client candidates compete. */
    public Map<String, Double> probabilities(NormalizedRecord record, List<MatchCandidate> candidates) {
        Map<String, Double> probabilities = new HashMap<>();
        for (MatchCandidate candidate : candidates) {
            probabilities.put(candidate.record().id(), EvidenceWaterfall.probability(candidate.logit()));
        }
        if (record.kind() == RecordKind.HANDLE) {
            normalizeRivals(candidates, probabilities);
        }
        return probabilities;
    }

    private void normalizeRivals(List<MatchCandidate> candidates, Map<String, Double> probabilities) {
        List<MatchCandidate> rivals = candidates.stream()
                .filter(candidate -> candidate.record().kind() == RecordKind.CLIENT)
                .toList();
        double all = 1;
        for (MatchCandidate rival : rivals) {
            all += Math.exp(rival.logit());
        }
        for (MatchCandidate rival : rivals) {
            double owned = Math.exp(rival.logit());
            double twins = 0;
            for (MatchCandidate other : rivals) {
                twins += other != rival && isTwin(other.record(), rival.record()) ? Math.exp(other.logit()) : 0;
            }
            probabilities.put(rival.record().id(), owned / Math.max(all - twins, 1 + owned));
        }
    }

    /** Two rows of the same client do not compete. */
    private boolean isTwin(NormalizedRecord a, NormalizedRecord b) {
        return a.name().joined().equals(b.name().joined()) && compare(a, b).logit() > 0;
    }

    private double prior(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings) {
        PairKind kind = PairKind.of(a, b);
        if (kind != PairKind.HANDLE_AND_CLIENT) {
            return model.prior(kind, records.count(a.kind()));
        }
        double owned = model.coverageOf(affix(findings));
        double odds = owned / (1 - owned) / Math.max(1, records.count(RecordKind.CLIENT));
        return odds / (1 + odds);
    }

    /** Returns the affix beside the name in the handle. */
    static String affix(List<RuleFinding> findings) {
        for (RuleFinding finding : findings) {
            if (finding.rule() == ComparisonRule.HANDLE_NAME) {
                return finding.affix();
            }
        }
        return "";
    }
}
