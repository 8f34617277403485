package io.rapport.identity.matching.block;

/**
 * What finding look-alikes has cost: counts of work, which unlike time are the same on every machine.
 *
 * @param keys keys looked up
 * @param postings records read from the blocks of those keys
 * @param candidates records compared
 */
public record SearchEffort(long keys, long postings, long candidates) {

    static final SearchEffort NONE = new SearchEffort(0, 0, 0);

    /** What was done since. */
    public SearchEffort since(SearchEffort before) {
        return new SearchEffort(keys - before.keys, postings - before.postings, candidates - before.candidates);
    }

    SearchEffort plus(SearchEffort more) {
        return new SearchEffort(keys + more.keys, postings + more.postings, candidates + more.candidates);
    }
}
