package io.rapport.identity.matching.outcome;

/** What a match may be used for. */
public enum MatchOutcome {
    /** Deterministic evidence: the same person. */
    CONFIRMED,
    /** Above the brand's threshold, borne out by more than a name, and nothing speaks against it. */
    INFERRED,
    /** For a human to decide. */
    REVIEW,
    /** Others have as good a claim; nothing is made of it before the brand is matched as a whole. */
    CONTESTED
}
