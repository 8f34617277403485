package io.rapport.scoring.sentiment;

/**
 * A term of the lexicon.
 *
 * @param value sentiment value, -4 to 4; for a negation or a degree, the value when it has nothing to modify
 * @param factor factor by which a degree strengthens (above 1) or weakens (below 1) the next term
 * @param reach number of words of the longest term that begins with this one, at least 1
 */
record LexiconEntry(String term, LexiconRole role, float value, float factor, int reach) {

    LexiconEntry withReach(int words) {
        return words <= reach ? this : new LexiconEntry(term, role, value, factor, words);
    }
}
