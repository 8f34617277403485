package io.rapport.identity.matching.outcome;

/** The classification of a match. */
public enum MatchOutcome {
    /** Deterministic evidence: the same person. */
    CONFIRMED,
    /** Above the merge threshold, corroborated by more than a name, without contradictions. */
    INFERRED,
    /** For human review. */
    REVIEW,
    /** Rivals have equal claims; not used until the whole brand has been matched. */
    CONTESTED
}
