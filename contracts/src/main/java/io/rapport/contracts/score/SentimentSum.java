package io.rapport.contracts.score;

/**
 * What a person's words add up to, over the whole ledger up to {@code asOf}.
 *
 * @param n texts judged
 * @param positive how many of them positive
 * @param negative how many of them negative
 * @param mean mean polarity, -1 to 1; 0 when nothing was judged
 * @param like points of {@code like} that sentiment gives or takes
 * @param strength points of {@code strength} that sentiment gives or takes
 */
public record SentimentSum(long n, long positive, long negative, double mean, double like, double strength) {}
