package io.rapport.identity.matching.outcome;

import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;

import io.rapport.contracts.identity.Evidence;
import java.util.List;

/** Decides what a candidate may be used for. */
public final class MatchClassifier {

    /** Log-odds that leave no doubt. */
    static final double OVERWHELMING = 6;

    private final DeterministicRules certainty;
    private final ContradictionRules contradictions;
    private final CannotLinks apart;
    private final MatchModel model;
    private final MatchThresholds thresholds;

    public MatchClassifier(DeterministicRules certainty, CannotLinks apart, MatchModel model, MatchThresholds thresholds) {
        this.certainty = certainty;
        this.contradictions = new ContradictionRules(model);
        this.apart = apart;
        this.model = model;
        this.thresholds = thresholds;
    }

    /** What becomes of the pair; nothing when it is not worth a human's time or was ruled out. */
    public List<Match> classify(NormalizedRecord profile, MatchCandidate candidate, double probability) {
        NormalizedRecord other = candidate.profile();
        if (apart.isForbidden(profile.id(), other.id())) {
            return List.of();
        }
        List<String> against =
                contradictions.between(profile, other, candidate.findings(), candidate.logit() > OVERWHELMING);
        List<Evidence> certain = certainty.evidence(profile, other);
        if (!certain.isEmpty()) {
            MatchOutcome outcome = against.isEmpty() ? MatchOutcome.CONFIRMED : MatchOutcome.REVIEW;
            return List.of(new Match(profile.id(), other.id(), outcome, 1, certain, against));
        }
        boolean merges = probability > thresholds.merge() && against.isEmpty() && candidate.isCorroborated(model);
        if (merges) {
            List<Evidence> evidence = EvidenceWaterfall.of(candidate, model, probability);
            return List.of(new Match(profile.id(), other.id(), MatchOutcome.INFERRED, probability, evidence, against));
        }
        return suggestion(profile, candidate, probability, against);
    }

    /** What a human may decide; a pair that would be theirs but for others with as good a claim is contested. */
    private List<Match> suggestion(NormalizedRecord profile, MatchCandidate candidate, double probability, List<String> against) {
        String other = candidate.profile().id();
        if (probability >= thresholds.review()) {
            double shown = Math.min(probability, thresholds.merge());
            List<Evidence> evidence = EvidenceWaterfall.of(candidate, model, shown);
            return List.of(new Match(profile.id(), other, MatchOutcome.REVIEW, shown, evidence, against));
        }
        boolean owner =
                profile.kind() == RecordKind.HANDLE && candidate.profile().kind() == RecordKind.CLIENT;
        return owner && EvidenceWaterfall.probability(candidate.logit()) >= thresholds.review()
                ? List.of(new Match(profile.id(), other, MatchOutcome.CONTESTED, probability, List.of(), against))
                : List.of();
    }

    /** What is left for a human of a claim that was weighed against all others. */
    public List<Match> classifyClaim(NormalizedRecord profile, MatchCandidate candidate, double probability) {
        NormalizedRecord other = candidate.profile();
        boolean open = probability >= thresholds.review() && !apart.isForbidden(profile.id(), other.id());
        return open ? suggestion(profile, candidate, probability, List.of()) : List.of();
    }
}
