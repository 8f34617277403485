package io.rapport.scoring.sentiment;

/**
 * A term and what it does.
 *
 * @param value what it is worth alone, -4 to 4: for a negation or a degree, when nothing follows that it changes
 * @param factor by how much a degree strengthens (over 1) or weakens (under 1) what follows
 * @param reach the number of words of the longest term that begins with this one, at least 1
 */
record LexiconEntry(String term, LexiconRole role, float value, float factor, int reach) {

    LexiconEntry withReach(int words) {
        return words <= reach ? this : new LexiconEntry(term, role, value, factor, words);
    }
}
