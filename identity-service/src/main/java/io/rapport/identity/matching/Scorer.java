package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and weighs the candidates of one record under one model. */
final class Scorer {

    private final RecordStore records;
    private final Model model;
    private final PairComparison comparison;

    Scorer(RecordStore records, Model model) {
        this.records = records;
        this.model = model;
        this.comparison = new PairComparison(records.terms(), model.affixes());
    }

    Model model() {
        return model;
    }

    /** How a handle reads as this client's name. */
    HandleReading read(String letters, Profile client) {
        return comparison.read(letters, client);
    }

    /** Everybody this record may be, best first. */
    List<Candidate> candidates(Profile profile) {
        List<Candidate> candidates = new ArrayList<>();
        for (Profile other : records.alike(profile)) {
            candidates.add(compare(profile, other));
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.weight())
                .thenComparing(c -> c.profile().id()));
        return candidates;
    }

    /** A pair, always compared in the order of ids. */
    Candidate compare(Profile profile, Profile other) {
        boolean first = profile.id().compareTo(other.id()) <= 0;
        return weighed(profile, other, comparison.compare(first ? profile : other, first ? other : profile));
    }

    /** The same findings under this scorer's model. */
    Candidate weighed(Profile profile, Profile other, List<Finding> findings) {
        return new Candidate(other, findings, model.weight(findings), Waterfall.logit(prior(profile, other, findings)));
    }

    /** The chance of each candidate by id. A handle has one owner, so clients compete for it. */
    Map<String, Double> chances(Profile profile, List<Candidate> candidates) {
        Map<String, Double> chances = new HashMap<>();
        for (Candidate candidate : candidates) {
            chances.put(candidate.profile().id(), Waterfall.chance(candidate.logit()));
        }
        if (profile.kind() == RecordKind.HANDLE) {
            compete(candidates, chances);
        }
        return chances;
    }

    private void compete(List<Candidate> candidates, Map<String, Double> chances) {
        List<Candidate> rivals = candidates.stream()
                .filter(candidate -> candidate.profile().kind() == RecordKind.CLIENT)
                .toList();
        double all = 1;
        for (Candidate rival : rivals) {
            all += Math.exp(rival.logit());
        }
        for (Candidate rival : rivals) {
            double owned = Math.exp(rival.logit());
            double twins = 0;
            for (Candidate other : rivals) {
                twins += other != rival && isTwin(other.profile(), rival.profile()) ? Math.exp(other.logit()) : 0;
            }
            chances.put(rival.profile().id(), owned / Math.max(all - twins, 1 + owned));
        }
    }

    /** Two rows of one client do not compete. */
    private boolean isTwin(Profile a, Profile b) {
        return a.name().joined().equals(b.name().joined()) && compare(a, b).logit() > 0;
    }

    private double prior(Profile a, Profile b, List<Finding> findings) {
        PairKind kind = PairKind.of(a, b);
        if (kind != PairKind.HANDLE_AND_CLIENT) {
            return model.prior(kind, records.count(a.kind()));
        }
        double owned = model.covered(aside(findings));
        double odds = owned / (1 - owned) / Math.max(1, records.count(RecordKind.CLIENT));
        return odds / (1 + odds);
    }

    /** The words beside the name in the handle. */
    static String aside(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.rule() == Rule.HANDLE_NAME) {
                return finding.aside();
            }
        }
        return "";
    }
}
