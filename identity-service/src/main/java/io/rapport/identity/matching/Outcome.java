package io.rapport.identity.matching;

/** What a match may be used for. */
public enum Outcome {
    /** Deterministic evidence: the same person. */
    CONFIRMED,
    /** Above the brand's threshold, borne out by more than a name, and nothing speaks against it. */
    INFERRED,
    /** For a human to decide. */
    REVIEW,
    /** Others have as good a claim; nothing is made of it before the brand is matched as a whole. */
    CONTESTED
}
