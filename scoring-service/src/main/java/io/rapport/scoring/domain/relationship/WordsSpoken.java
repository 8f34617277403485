package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.SentimentSum;
import io.rapport.scoring.domain.ledger.Entry;
import io.rapport.scoring.domain.ledger.LedgerColumns;

/** What a person's words add up to, undecayed. */
final class WordsSpoken {

    private long judged;
    private long positive;
    private long negative;
    private long polarity;

    void take(int column, long value) {
        switch (column) {
            case LedgerColumns.JUDGED -> judged += value;
            case LedgerColumns.POSITIVE -> positive += value;
            case LedgerColumns.NEGATIVE -> negative += value;
            case LedgerColumns.POSITIVE_SUM -> polarity += value;
            case LedgerColumns.NEGATIVE_SUM -> polarity -= value;
            default -> {
                // not about words
            }
        }
    }

    /** With the points they give to {@code like} and to strength. */
    SentimentSum sum(double like, double strength) {
        var mean = judged <= 0 ? 0 : polarity / (double) Entry.WHOLE_POLARITY / judged;
        return new SentimentSum(judged, positive, negative, mean, like, strength);
    }
}
