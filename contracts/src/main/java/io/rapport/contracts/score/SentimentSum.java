package io.rapport.contracts.score;

/**
 * The sentiment of a person over the whole ledger up to {@code asOf}.
 *
 * @param n the number of texts with a polarity
 * @param positive the number of positive ones
 * @param negative the number of negative ones
 * @param mean mean polarity, -1 to 1; 0 without texts
 * @param like points of {@code like} that sentiment adds or subtracts
 * @param strength points of {@code strength} that sentiment adds or subtracts
 */
public record SentimentSum(long n, long positive, long negative, double mean, double like, double strength) {}
