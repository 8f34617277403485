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
        if (merges) {
            List<Evidence> evidence = Waterfall.of(candidate, model, probability);
            return List.of(new Match(profile.id(), other.id(), Outcome.INFERRED, probability, evidence, against));
        }
        return suggestion(profile, candidate, probability, against);
    }

    /** What a human may decide; a pair that would be theirs but for others with as good a claim is contested. */
    private List<Match> suggestion(Profile profile, Candidate candidate, double probability, List<String> against) {
        String other = candidate.profile().id();
        if (probability >= thresholds.review()) {
            double shown = Math.min(probability, thresholds.merge());
            List<Evidence> evidence = Waterfall.of(candidate, model, shown);
            return List.of(new Match(profile.id(), other, Outcome.REVIEW, shown, evidence, against));
        }
        boolean owner =
                profile.kind() == RecordKind.HANDLE && candidate.profile().kind() == RecordKind.CLIENT;
        return owner && Waterfall.chance(candidate.logit()) >= thresholds.review()
                ? List.of(new Match(profile.id(), other, Outcome.CONTESTED, probability, List.of(), against))
                : List.of();
    }

    /** What is left for a human of a claim that was weighed against all others. */
    List<Match> settle(Profile profile, Candidate candidate, double probability) {
        Profile other = candidate.profile();
        boolean open = probability >= thresholds.review() && !apart.forbids(profile.id(), other.id());
        return open ? suggestion(profile, candidate, probability, List.of()) : List.of();
    }
}
