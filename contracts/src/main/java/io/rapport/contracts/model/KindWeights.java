package io.rapport.contracts.model;

/**
 * What one inbound engagement of a kind weighs, each -1000 to 1000.
 *
 * @param know raw points of {@code know}
 * @param like raw points of {@code like}
 * @param trust raw points of {@code trust}
 * @param returned what it gives back to the brand
 */
public record KindWeights(double know, double like, double trust, double returned) {}
