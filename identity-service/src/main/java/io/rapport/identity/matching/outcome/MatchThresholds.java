package io.rapport.identity.matching.outcome;

/**
 * Probability thresholds of a brand.
 *
 * @param merge above it a match is merged; 0 to 1
 * @param review from here up to {@code merge} a match is reviewed; 0 to 1
 */
public record MatchThresholds(double merge, double review) {

    /** The shipped thresholds: 0.95 and 0.60. */
    public static final MatchThresholds SHIPPED = new MatchThresholds(0.95, 0.60);

    public MatchThresholds {
        if (!(0 < review && review <= merge && merge <= 1)) {
            throw new IllegalArgumentException("0 < review <= merge <= 1 does not hold for " + review + ", " + merge);
        }
    }
}
