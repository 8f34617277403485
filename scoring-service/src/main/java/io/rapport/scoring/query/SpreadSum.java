package io.rapport.scoring.query;

import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import java.util.List;
import java.util.TreeSet;

/** Adds up the messages that the spread of several days reads. */
final class SpreadSum {

    private final TreeSet<Integer> asOf;
    private final SpreadLedger.Sum sum = new SpreadLedger.Sum();

    /** Begins without messages, for figures of these epoch days. */
    SpreadSum(List<Integer> asOf) {
        this.asOf = new TreeSet<>(asOf);
    }

    void add(ParentMessage message) {
        var next = asOf.ceiling(message.day());
        if (next != null && next - message.day() < SpreadLedger.DAYS_KEPT) {
            sum.add(SpreadLedger.of(message));
        }
    }

    SpreadLedger sum() {
        return sum.ledger();
    }
}
