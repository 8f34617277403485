package io.rapport.contracts.model;

/**
 * The weights of one inbound engagement of a kind, each -1000 to 1000.
 *
 * @param know raw points of {@code know}
 * @param like raw points of {@code like}
 * @param trust raw points of {@code trust}
 * @param returned its return to the brand
 */
public record KindWeights(double know, double like, double trust, double returned) {}
