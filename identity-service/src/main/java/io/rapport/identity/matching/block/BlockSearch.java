package io.rapport.identity.matching.block;

import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Finds the records that share blocking keys with a record, smallest blocks first, within fixed bounds whatever the size of the brand. A
 * block above the bound is not read; for a handle its key is combined with the other keys of the handle.
 */
final class BlockSearch {

    /**
     * The bounds of one search.
     *
     * @param block the largest block that is read; larger ones discriminate too little
     * @param postings the maximum number of postings read
     * @param candidates the maximum number of candidates returned
     */
    private record Bounds(int block, int postings, int candidates) {}

    /** A candidate that shares nothing but a word carried by twenty records cannot claim a handle. */
    private static final Bounds HANDLE = new Bounds(20, 64, 16);

    private static final Bounds CLIENT = new Bounds(80, 240, 60);

    private record Block(long key, int size) {}

    private final PostingTable postings;
    private SearchEffort effort = SearchEffort.NONE;

    BlockSearch(PostingTable postings) {
        this.postings = postings;
    }

    /** Returns the cumulative cost of all searches. */
    SearchEffort effort() {
        return effort;
    }

    /** Adds to the number of candidates that were compared. */
    void addComparisons(int candidates) {
        effort = effort.plus(new SearchEffort(0, 0, candidates));
    }

    /** Returns the maximum number of candidates for this record. */
    static int candidateLimit(NormalizedRecord record) {
        return bounds(record).candidates();
    }

    private static Bounds bounds(NormalizedRecord record) {
        return record.kind() == RecordKind.HANDLE ? HANDLE : CLIENT;
    }

    /**
     * Returns the records found by number, with the sum of their shared keys' weights; a key weighs the less, the larger its block. The
     * record itself is included if it is indexed.
     */
    Map<Integer, Double> sharedWeights(NormalizedRecord record) {
        Bounds bounds = bounds(record);
        Map<Integer, Double> shared = new HashMap<>();
        int read = 0;
        for (Block block : blocks(record, bounds.block())) {
            if (read + block.size() > bounds.postings()) {
                break;
            }
            read += block.size();
            for (int i = 0; i < block.size(); i++) {
                shared.merge(postings.record(block.key(), i), 1.0 / block.size(), Double::sum);
            }
        }
        effort = effort.plus(new SearchEffort(0, read, 0));
        return shared;
    }

    /** Returns the blocks to read, smallest first. */
    private List<Block> blocks(NormalizedRecord record, int largest) {
        Set<Long> sought = BlockingKeys.lookupKeys(record);
        LongPredicate crowded = key -> postings.size(key) > largest;
        if (record.kind() == RecordKind.HANDLE && sought.stream().anyMatch(crowded::test)) {
            Set<Long> more = new HashSet<>(sought);
            more.addAll(BlockingKeys.combinedKeys(record, crowded));
            sought = more;
        }
        effort = effort.plus(new SearchEffort(sought.size(), 0, 0));
        List<Block> blocks = new ArrayList<>();
        for (long key : sought) {
            int size = postings.size(key);
            if (size > 0 && size <= largest) {
                blocks.add(new Block(key, size));
            }
        }
        blocks.sort(Comparator.comparingInt(Block::size).thenComparingLong(Block::key));
        return blocks;
    }
}
