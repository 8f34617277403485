package io.rapport.identity.matching.block;

/**
 * The cost of candidate searches as counts of work, which are the same on every machine.
 *
 * @param keys keys looked up
 * @param postings postings read from the blocks of those keys
 * @param candidates candidates compared
 */
public record SearchEffort(long keys, long postings, long candidates) {

    static final SearchEffort NONE = new SearchEffort(0, 0, 0);

    /** Returns the difference to an earlier value. */
    public SearchEffort since(SearchEffort before) {
        return new SearchEffort(keys - before.keys, postings - before.postings, candidates - before.candidates);
    }

    SearchEffort plus(SearchEffort more) {
        return new SearchEffort(keys + more.keys, postings + more.postings, candidates + more.candidates);
    }
}
