package io.rapport.scoring.topology.brand.state;

/**
 * A trace of the handle of an engagement: enough to tell two handles apart, too little to identify one.
 *
 * @param hash 16 bits
 * @param receivedAt latest time at which an engagement of the handle was received, in epoch milliseconds
 */
public record HandleTrace(int hash, long receivedAt) implements Comparable<HandleTrace> {

    private static final int HASH_MASK = 0xFFFF;

    /** Returns the trace of an engagement. */
    public static HandleTrace of(String handle, long receivedAt) {
        var hash = handle.hashCode();
        return new HandleTrace((hash ^ hash >>> Short.SIZE) & HASH_MASK, receivedAt);
    }

    /** Latest first. */
    @Override
    public int compareTo(HandleTrace other) {
        var byTime = Long.compare(other.receivedAt, receivedAt);
        return byTime == 0 ? Integer.compare(hash, other.hash) : byTime;
    }
}
