package io.rapport.scoring.query;

import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.List;
import java.util.TreeSet;

/** Adds up the messages that the spread of several days reads. */
final class SpreadSum {

    private final TreeSet<Integer> asOf;
    private final int days;
    private final SpreadLedger.Sum sum = new SpreadLedger.Sum();

    /**
     * Begins without messages, for figures of these epoch days.
     *
     * @param days that figures look back, the one they are of included
     */
    SpreadSum(List<Integer> asOf, int days) {
        this.asOf = new TreeSet<>(asOf);
        this.days = days;
    }

    void add(ParentMessage message) {
        var next = asOf.ceiling(message.day());
        if (next != null && next - message.day() < days) {
            sum.add(message);
        }
    }

    SpreadLedger sum() {
        return sum.ledger();
    }
}
