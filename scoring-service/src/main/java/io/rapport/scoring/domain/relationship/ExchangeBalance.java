package io.rapport.scoring.domain.relationship;

/**
 * Decayed sums of both directions.
 *
 * @param theyToUs decayed return, 0 or more
 * @param usToThem decayed effort, 0 or more
 * @param reciprocity the smaller sum divided by the larger, 0 to 1; 0 if either is 0
 */
public record ExchangeBalance(double theyToUs, double usToThem, double reciprocity) {}
