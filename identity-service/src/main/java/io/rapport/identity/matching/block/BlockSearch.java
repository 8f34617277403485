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
 * Finds those who share telling keys with a record: the rarest keys first, and never more work than its bounds, whatever the brand's size. A
 * key that too many carry is not read; in a handle it is combined with the others.
 */
final class BlockSearch {

    /**
     * How far a search goes.
     *
     * @param block a key that more records carry than this tells too little and is passed over
     * @param postings so many records are read from blocks at most
     * @param candidates so many records are compared at most
     */
    private record Bounds(int block, int postings, int candidates) {}

    /** Of those who share nothing but a word with it that twenty have, none can claim a handle. */
    private static final Bounds HANDLE = new Bounds(20, 64, 16);

    private static final Bounds CLIENT = new Bounds(80, 240, 60);

    private record Block(long key, int size) {}

    private final PostingTable postings;
    private SearchEffort effort = SearchEffort.NONE;

    BlockSearch(PostingTable postings) {
        this.postings = postings;
    }

    /** What all searches have cost. */
    SearchEffort effort() {
        return effort;
    }

    /** Tells what was compared in the end. */
    void addComparisons(int candidates) {
        effort = effort.plus(new SearchEffort(0, 0, candidates));
    }

    /** How many records are compared with this one at most. */
    static int candidateLimit(NormalizedRecord profile) {
        return bounds(profile).candidates();
    }

    private static Bounds bounds(NormalizedRecord profile) {
        return profile.kind() == RecordKind.HANDLE ? HANDLE : CLIENT;
    }

    /** By number the records found, this one among them if it is filed, and how much they share: a key counts the less the more carry it. */
    Map<Integer, Double> sharedWeights(NormalizedRecord profile) {
        Bounds bounds = bounds(profile);
        Map<Integer, Double> shared = new HashMap<>();
        int read = 0;
        for (Block block : blocks(profile, bounds.block())) {
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

    /** The blocks that are worth reading, smallest first. */
    private List<Block> blocks(NormalizedRecord profile, int largest) {
        Set<Long> sought = BlockingKeys.lookupKeys(profile);
        LongPredicate crowded = key -> postings.size(key) > largest;
        if (profile.kind() == RecordKind.HANDLE && sought.stream().anyMatch(crowded::test)) {
            Set<Long> more = new HashSet<>(sought);
            more.addAll(BlockingKeys.combinedKeys(profile, crowded));
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
