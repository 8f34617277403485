package io.rapport.identity.matching;

import io.rapport.contracts.identity.Evidence;
import java.util.List;

/** Decides what a candidate may be used for. */
final class Judge {

    /** Log-odds that leave no doubt. */
    static final double OVERWHELMING = 6;

    private final Certainty certainty;
    private final Contradictions contradictions;
    private final CannotLinks apart;
    private final Model model;
    private final Thresholds thresholds;

    Judge(Certainty certainty, CannotLinks apart, Model model, Thresholds thresholds) {
        this.certainty = certainty;
        this.contradictions = new Contradictions(model);
        this.apart = apart;
        this.model = model;
        this.thresholds = thresholds;
    }

    /** What becomes of the pair; nothing when it is not worth a human's time or was ruled out. */
    List<Match> judge(Profile profile, Candidate candidate, double probability) {
        Profile other = candidate.profile();
        if (apart.forbids(profile.id(), other.id())) {
            return List.of();
        }
        List<String> against =
                contradictions.between(profile, other, candidate.findings(), candidate.logit() > OVERWHELMING);
        List<Evidence> certain = certainty.evidence(profile, other);
        if (!certain.isEmpty()) {
            Outcome outcome = against.isEmpty() ? Outcome.CONFIRMED : Outcome.REVIEW;
            return List.of(new Match(profile.id(), other.id(), outcome, 1, certain, against));
        }
        boolean merges = probability > thresholds.merge() && against.isEmpty() && candidate.isCorroborated(model);
        double shown = merges ? probability : Math.min(probability, thresholds.merge());
        if (shown < thresholds.review()) {
            return List.of();
        }
        List<Evidence> evidence = Waterfall.of(candidate, model, shown);
        return List.of(new Match(
                profile.id(), other.id(), merges ? Outcome.INFERRED : Outcome.REVIEW, shown, evidence, against));
    }
}
