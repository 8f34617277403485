package io.rapport.identity.matching;

/**
 * What finding look-alikes has cost: counts of work, which unlike time are the same on every machine.
 *
 * @param keys keys looked up
 * @param postings records read from the blocks of those keys
 * @param candidates records compared
 */
public record Effort(long keys, long postings, long candidates) {

    static final Effort NONE = new Effort(0, 0, 0);

    /** What was done since. */
    public Effort since(Effort before) {
        return new Effort(keys - before.keys, postings - before.postings, candidates - before.candidates);
    }

    Effort plus(Effort more) {
        return new Effort(keys + more.keys, postings + more.postings, candidates + more.candidates);
    }
}
