package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.SentimentSum;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerEntry;

/** Totals of a person's judged texts, without decay. */
final class SentimentTotals {

    private long judged;
    private long positive;
    private long negative;
    private long polarity;

    void add(int column, long value) {
        switch (column) {
            case EngagementColumns.JUDGED -> judged += value;
            case EngagementColumns.POSITIVE -> positive += value;
            case EngagementColumns.NEGATIVE -> negative += value;
            case EngagementColumns.POSITIVE_SUM -> polarity += value;
            case EngagementColumns.NEGATIVE_SUM -> polarity -= value;
            default -> {
                // not a sentiment column
            }
        }
    }

    /** The published sum, with the points that texts contribute to {@code like} and to strength. */
    SentimentSum toSentimentSum(double like, double strength) {
        var mean = judged <= 0 ? 0 : polarity / (double) LedgerEntry.POLARITY_SCALE / judged;
        return new SentimentSum(judged, positive, negative, mean, like, strength);
    }
}
