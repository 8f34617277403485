package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.AccountBalance;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** Returns the number of engagements. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Returns the balance of these engagements.
     *
     * @param ahead engagements of days after the current one
     */
    public AccountBalance toAccountBalance(long ahead) {
        return new AccountBalance(
                total(),
                countOf(EngagementOutcome.SCORED),
                countOf(EngagementOutcome.BOT),
                countOf(EngagementOutcome.STAFF),
                countOf(EngagementOutcome.PAID),
                countOf(EngagementOutcome.POST),
                countOf(EngagementOutcome.DUPLICATE),
                countOf(EngagementOutcome.REJECTED),
                nullIfZero(ahead),
                nullIfZero(countOf(EngagementOutcome.REVISED)),
                nullIfZero(countOf(EngagementOutcome.WITHDRAWN)));
    }

    private static @Nullable Long nullIfZero(long count) {
        return count == 0 ? null : Long.valueOf(count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutcomeCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
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

    /** Returns the number of engagements with an outcome. */
    public long countOf(EngagementOutcome outcome) {
        return counts[outcome.ordinal()];
    }
}
