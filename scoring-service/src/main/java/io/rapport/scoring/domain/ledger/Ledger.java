package io.rapport.scoring.domain.ledger;

/**
 * Sums in whole numbers that form a commutative group: parts can be added in any order, and a part that was added can be
 * subtracted exactly. Implementations are immutable.
 *
 * @param <L> the implementing type
 */
public interface Ledger<L extends Ledger<L>> {

    /** Returns the sum of both ledgers. */
    L plus(L other);

    /** Returns this ledger without the sums of the other. */
    L minus(L other);

    /** Returns whether every sum is 0. */
    boolean isEmpty();
}
