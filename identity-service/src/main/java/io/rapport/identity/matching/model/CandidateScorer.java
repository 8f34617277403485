package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameParse;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.compare.PairComparison;
import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and weighs the candidates of one record under one model. */
public final class CandidateScorer {

    private final RecordIndex records;
    private final MatchModel model;
    private final PairComparison comparison;

    public CandidateScorer(RecordIndex records, MatchModel model) {
        this.records = records;
        this.model = model;
        this.comparison = new PairComparison(records.terms(), model.affixes());
    }

    public MatchModel model() {
        return model;
    }

    /** How a handle reads as this client's name. */
    HandleNameParse parseHandle(String letters, NormalizedRecord client) {
        return comparison.parseHandle(letters, client);
    }

    /** Everybody this record may be, best first. */
    public List<MatchCandidate> candidates(NormalizedRecord profile) {
        List<MatchCandidate> candidates = new ArrayList<>();
        for (NormalizedRecord other : records.candidates(profile)) {
            candidates.add(compare(profile, other));
        }
        candidates.sort(Comparator.comparingDouble((MatchCandidate c) -> -c.weight())
                .thenComparing(c -> c.profile().id()));
        return candidates;
    }

    /** A pair, always compared in the order of ids. */
    public MatchCandidate compare(NormalizedRecord profile, NormalizedRecord other) {
        boolean first = profile.id().compareTo(other.id()) <= 0;
        return score(profile, other, comparison.compare(first ? profile : other, first ? other : profile));
    }

    /** The same findings under this scorer's model. */
    public MatchCandidate score(NormalizedRecord profile, NormalizedRecord other, List<RuleFinding> findings) {
        return new MatchCandidate(other, findings, model.weight(findings), EvidenceWaterfall.logit(prior(profile, other, findings)));
    }

    /** The chance of each candidate by id. A handle has one owner, so clients compete for it. */
    public Map<String, Double> probabilities(NormalizedRecord profile, List<MatchCandidate> candidates) {
        Map<String, Double> chances = new HashMap<>();
        for (MatchCandidate candidate : candidates) {
            chances.put(candidate.profile().id(), EvidenceWaterfall.probability(candidate.logit()));
        }
        if (profile.kind() == RecordKind.HANDLE) {
            normalizeRivals(candidates, chances);
        }
        return chances;
    }

    private void normalizeRivals(List<MatchCandidate> candidates, Map<String, Double> chances) {
        List<MatchCandidate> rivals = candidates.stream()
                .filter(candidate -> candidate.profile().kind() == RecordKind.CLIENT)
                .toList();
        double all = 1;
        for (MatchCandidate rival : rivals) {
            all += Math.exp(rival.logit());
        }
        for (MatchCandidate rival : rivals) {
            double owned = Math.exp(rival.logit());
            double twins = 0;
            for (MatchCandidate other : rivals) {
                twins += other != rival && isTwin(other.profile(), rival.profile()) ? Math.exp(other.logit()) : 0;
            }
            chances.put(rival.profile().id(), owned / Math.max(all - twins, 1 + owned));
        }
    }

    /** Two rows of one client do not compete. */
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

    /** The words beside the name in the handle. */
    static String affix(List<RuleFinding> findings) {
        for (RuleFinding finding : findings) {
            if (finding.rule() == ComparisonRule.HANDLE_NAME) {
                return finding.affix();
            }
        }
        return "";
    }
}
