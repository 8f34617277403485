package io.rapport.identity.matching;

import java.util.Locale;

/**
 * Pairwise quality of a match result against ground truth.
 *
 * @param correct number of found pairs that are true
 * @param found number of pairs found
 * @param actual number of true pairs
 */
public record MatchQuality(long correct, long found, long actual) {

    /** Returns the share of found pairs that are true. */
    public double precision() {
        return found == 0 ? 1 : (double) correct / found;
    }

    /** Returns the share of true pairs that were found. */
    public double recall() {
        return actual == 0 ? 1 : (double) correct / actual;
    }

    /** Returns the harmonic mean of precision and recall. */
    public double f1() {
        return found + actual == 0 ? 1 : 2.0 * correct / (found + actual);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %.4f R %.4f F1 %.4f (%d of %d found, %d actual)",
                precision(),
                recall(),
                f1(),
                correct,
                found,
                actual);
    }
}
