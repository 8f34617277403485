package io.rapport.contracts.model;

/**
 * What a day's words weigh in {@code like}.
 *
 * @param positive for each whole positive polarity, 0 or more
 * @param negative taken away for each whole negative polarity, 0 or more
 */
public record SentimentWeights(double positive, double negative) {}
