package io.rapport.identity.matching.outcome;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.List;

/** Classifies scored candidates by thresholds, deterministic rules and contradictions. */
public final class MatchClassifier {

    /** Log-odds at which the evidence is overwhelming. */
    static final double OVERWHELMING = 6;

    private final DeterministicRules certainty;
    private final ContradictionRules contradictions;
    private final CannotLinks cannotLinks;
    private final MatchModel model;
    private final MatchThresholds thresholds;

    public MatchClassifier(
            DeterministicRules certainty, CannotLinks cannotLinks, MatchModel model, MatchThresholds thresholds) {
        this.certainty = certainty;
        this.contradictions = new ContradictionRules(model);
        this.cannotLinks = cannotLinks;
        this.model = model;
        this.thresholds = thresholds;
    }

    /** Classifies the pair; empty if it is below the review threshold or forbidden. */
    public List<Match> classify(NormalizedRecord record, MatchCandidate candidate, double probability) {
        NormalizedRecord other = candidate.record();
        if (cannotLinks.isForbidden(record.id(), other.id())) {
            return List.of();
        }
        List<String> contradictionsFound =
                contradictions.between(record, other, candidate.findings(), candidate.logit() > OVERWHELMING);
        List<Evidence> certain = certainty.evidence(record, other);
        if (!certain.isEmpty()) {
            MatchOutcome outcome = contradictionsFound.isEmpty() ? MatchOutcome.CONFIRMED : MatchOutcome.REVIEW;
            return List.of(new Match(record.id(), other.id(), outcome, 1, certain, contradictionsFound));
        }
        boolean merges =
                probability > thresholds.merge() && contradictionsFound.isEmpty() && candidate.isCorroborated(model);
        if (merges) {
            List<Evidence> evidence = EvidenceWaterfall.of(candidate, model, probability);
            return List.of(new Match(
                    record.id(), other.id(), MatchOutcome.INFERRED, probability, evidence, contradictionsFound));
        }
        return suggestion(record, candidate, probability, contradictionsFound);
    }

    /** Classifies a pair below the merge threshold; a pair that would reach the review threshold without its rivals is contested. */
    private List<Match> suggestion(
            NormalizedRecord record, MatchCandidate candidate, double probability, List<String> contradictionsFound) {
        String other = candidate.record().id();
        if (probability >= thresholds.review()) {
            double capped = Math.min(probability, thresholds.merge());
            List<Evidence> evidence = EvidenceWaterfall.of(candidate, model, capped);
            return List.of(new Match(record.id(), other, MatchOutcome.REVIEW, capped, evidence, contradictionsFound));
        }
        boolean isOwnership =
                record.kind() == RecordKind.HANDLE && candidate.record().kind() == RecordKind.CLIENT;
        return isOwnership && EvidenceWaterfall.probability(candidate.logit()) >= thresholds.review()
                ? List.of(new Match(
                        record.id(), other, MatchOutcome.CONTESTED, probability, List.of(), contradictionsFound))
                : List.of();
    }

    /** Classifies a claim after competing claims have been weighed; empty if it is below the review threshold or forbidden. */
    public List<Match> classifyClaim(NormalizedRecord record, MatchCandidate candidate, double probability) {
        NormalizedRecord other = candidate.record();
        boolean open = probability >= thresholds.review() && !cannotLinks.isForbidden(record.id(), other.id());
        return open ? suggestion(record, candidate, probability, List.of()) : List.of();
    }
}
