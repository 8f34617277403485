package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.AccountBalance;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Arrays;

/**
 * Counts of engagements by outcome, or a change of them. The number of received engagements is their sum, so accounts always
 * balance.
 */
@SuppressWarnings("EnumOrdinal") // the order of outcomes is part of the stored form
public final class OutcomeCounts {

    /** No engagements. */
    public static final OutcomeCounts EMPTY = new OutcomeCounts(new long[EngagementOutcome.values().length]);

    private final long[] counts;

    private OutcomeCounts(long[] counts) {
        this.counts = counts;
    }

    /** Adds {@code n} engagements of an outcome; {@code n} may be negative. */
    public OutcomeCounts plus(EngagementOutcome outcome, long n) {
        var sum = counts.clone();
        sum[outcome.ordinal()] += n;
        return new OutcomeCounts(sum);
    }

    /** Adds other counts. */
    public OutcomeCounts plus(OutcomeCounts other) {
        var sum = counts.clone();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new OutcomeCounts(sum);
    }

    public AccountBalance toAccountBalance() {
        return new AccountBalance(
                Arrays.stream(counts).sum(),
                countOf(EngagementOutcome.SCORED),
                countOf(EngagementOutcome.BOT),
                countOf(EngagementOutcome.STAFF),
                countOf(EngagementOutcome.PAID),
                countOf(EngagementOutcome.POST),
                countOf(EngagementOutcome.DUPLICATE),
                countOf(EngagementOutcome.REJECTED));
    }

    void write(BinaryWriter out) {
        out.flag(counts.length);
        for (var count : counts) {
            out.number(count);
        }
    }

    static OutcomeCounts read(BinaryReader in) {
        var counts = new long[EMPTY.counts.length];
        var written = in.int8();
        for (var i = 0; i < written; i++) {
            counts[i] = in.int64();
        }
        return new OutcomeCounts(counts);
    }

    private long countOf(EngagementOutcome outcome) {
        return counts[outcome.ordinal()];
    }
}
