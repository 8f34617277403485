package io.rapport.scoring.sentiment;

/** Function of a lexicon entry in a text. */
enum LexiconRole {
    /** Only the beginning of a longer term. */
    NONE,
    /** Has a sentiment value. */
    SENTIMENT,
    /** Has a sentiment value that no preceding word modifies: "haha". */
    EXCLAMATION,
    /** Inverts the following terms: "not". */
    NEGATION,
    /** Strengthens or weakens the following term: "very", "slightly". */
    DEGREE,
    /** Weakens the preceding terms: "but". */
    CONTRAST,
    /** Ends the scope of preceding modifiers: "although". */
    CONCESSION,
    /** Marks the following terms as hypothetical: "would", "if". */
    IRREALIS
}
