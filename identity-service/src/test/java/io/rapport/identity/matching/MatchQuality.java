package io.rapport.identity.matching;

import java.util.Locale;

/** Pairwise quality against a known truth. */
public record MatchQuality(long right, long said, long real) {

    /** Share of what was said that is right. */
    public double precision() {
        return said == 0 ? 1 : (double) right / said;
    }

    /** Share of what is right that was said. */
    public double recall() {
        return real == 0 ? 1 : (double) right / real;
    }

    /** Both, as their harmonic mean. */
    public double f1() {
        return said + real == 0 ? 1 : 2.0 * right / (said + real);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %.4f R %.4f F1 %.4f (%d of %d said, %d real)",
                precision(),
                recall(),
                f1(),
                right,
                said,
                real);
    }
}
