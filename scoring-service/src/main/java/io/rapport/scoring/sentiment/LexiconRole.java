package io.rapport.scoring.sentiment;

/** What an entry of the lexicon does in a text. */
enum LexiconRole {
    /** Only begins a longer term. */
    NONE,
    /** Has a sentiment of its own. */
    SENTIMENT,
    /** Has a sentiment of its own that no word before it changes: "haha". */
    EXCLAMATION,
    /** Turns what follows: "not". */
    NEGATION,
    /** Makes what follows stronger or weaker: "very", "slightly". */
    DEGREE,
    /** What follows counts, what came before less: "but". */
    CONTRAST,
    /** What came before counts, what follows less: "although". */
    CONCESSION,
    /** What follows is wished for or asked, and has not happened: "would", "if". */
    IRREALIS
}
