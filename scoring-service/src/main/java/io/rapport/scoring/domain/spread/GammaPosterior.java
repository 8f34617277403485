package io.rapport.scoring.domain.spread;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Posterior distribution of a rate of children per parent: Gamma(1 + children, 1 + parents), from Poisson counts and a
 * Gamma(1, 1) prior (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6).
 *
 * @param children 0 or more
 * @param parents 0 or more
 */
record GammaPosterior(long children, long parents) {

    /** The 5 % quantile of the rate; 0 without children. */
    double lowerBound() {
        return children == 0 ? 0 : quantile(0.05);
    }

    /** The 95 % quantile of the rate. */
    double upperBound() {
        return quantile(0.95);
    }

    private double quantile(double probability) {
        return GammaDistribution.of(1.0 + children, 1).inverseCumulativeProbability(probability) / (1.0 + parents);
    }
}
