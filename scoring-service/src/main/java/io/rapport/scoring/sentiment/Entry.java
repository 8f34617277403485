package io.rapport.scoring.sentiment;

/**
 * A term and what it does.
 *
 * @param value what it is worth alone, -4 to 4: for a negation or a degree, when nothing follows that it changes
 * @param factor by how much a degree strengthens (over 1) or weakens (under 1) what follows
 * @param reach the number of words of the longest term that begins with this one, at least 1
 */
record Entry(String term, Role role, float value, float factor, int reach) {

    Entry reaching(int words) {
        return words <= reach ? this : new Entry(term, role, value, factor, words);
    }
}
