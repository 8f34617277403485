package io.rapport.contracts.model;

/**
 * The weights of one day's sentiment in {@code like}.
 *
 * @param positive points per unit of positive polarity, 0 or more
 * @param negative points subtracted per unit of negative polarity, 0 or more
 */
public record SentimentWeights(double positive, double negative) {}
