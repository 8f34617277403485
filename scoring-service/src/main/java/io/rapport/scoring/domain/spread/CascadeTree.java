package io.rapport.scoring.domain.spread;

import java.util.Arrays;

/**
 * A whole cascade, looked at in one go: who followed whom and when. Messages are numbered so that a parent comes before
 * its children; 0 is the first of all.
 */
public final class CascadeTree {

    private final int[] parents;
    private final long[] times;
    private final int[] children;

    /**
     * A cascade.
     *
     * @param parents of each message the number of its parent; of message 0 it is -1
     * @param times of each message, in any unit
     * @throws IllegalArgumentException when a parent does not come before its child
     */
    public CascadeTree(int[] parents, long[] times) {
        this.parents = parents.clone();
        this.times = times.clone();
        this.children = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            if (i == 0 ? parents[i] != -1 : parents[i] < 0 || parents[i] >= i) {
                throw new IllegalArgumentException("Message " + i + " can not follow message " + parents[i]);
            }
            if (i > 0) {
                children[parents[i]]++;
            }
        }
    }

    /** How many messages there are. */
    public int size() {
        return parents.length;
    }

    /** How many messages followed this one. */
    public int childrenOf(int message) {
        return children[message];
    }

    /** Children per message. */
    public double reproduction() {
        return (size() - 1) / (double) size();
    }

    /** Time from a message to its {@code n}th child, the first being 1; -1 when it has fewer. */
    public long timeToChild(int message, int n) {
        if (children[message] < n) {
            return -1;
        }
        var delays = new long[children[message]];
        int found = 0;
        for (int i = message + 1; found < delays.length; i++) {
            if (parents[i] == message) {
                delays[found++] = times[i] - times[message];
            }
        }
        Arrays.sort(delays);
        return delays[n - 1];
    }

    /**
     * Structural virality: the mean distance between all pairs of messages, 0 of a single one; about 2 for a broadcast,
     * large for a chain (Goel, Anderson, Hofman and Watts, The Structural Virality of Online Diffusion, Management
     * Science 62(1), 2016, equation 1). A link lies on the way of each pair that it parts, so that sizes of subtrees tell.
     */
    public double structuralVirality() {
        var n = parents.length;
        if (n < 2) {
            return 0;
        }
        var below = new long[n];
        double distances = 0;
        for (int i = n - 1; i > 0; i--) {
            below[i]++;
            below[parents[i]] += below[i];
            distances += (double) below[i] * (n - below[i]);
        }
        return 2 * distances / ((double) n * (n - 1));
    }
}
