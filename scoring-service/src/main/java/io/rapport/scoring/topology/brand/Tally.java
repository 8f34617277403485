package io.rapport.scoring.topology.brand;

import io.rapport.contracts.score.AccountBalance;
import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Arrays;

/** Engagements by outcome, or a change of them. What was received is their sum, so that accounts always balance. */
@SuppressWarnings("EnumOrdinal") // the order of outcomes is part of the stored form
public final class Tally {

    /** None. */
    public static final Tally EMPTY = new Tally(new long[Outcome.values().length]);

    private final long[] counts;

    private Tally(long[] counts) {
        this.counts = counts;
    }

    /** With {@code n} more of one outcome; fewer where it is below 0. */
    public Tally plus(Outcome outcome, long n) {
        var sum = counts.clone();
        sum[outcome.ordinal()] += n;
        return new Tally(sum);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        var sum = counts.clone();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new Tally(sum);
    }

    AccountBalance accounts() {
        return new AccountBalance(
                Arrays.stream(counts).sum(),
                at(Outcome.SCORED),
                at(Outcome.BOT),
                at(Outcome.STAFF),
                at(Outcome.PAID),
                at(Outcome.POST),
                at(Outcome.DUPLICATE),
                at(Outcome.REJECTED));
    }

    void write(BinaryWriter out) {
        out.flag(counts.length);
        for (var count : counts) {
            out.number(count);
        }
    }

    static Tally read(BinaryReader in) {
        var counts = new long[EMPTY.counts.length];
        var written = in.flag();
        for (var i = 0; i < written; i++) {
            counts[i] = in.whole();
        }
        return new Tally(counts);
    }

    private long at(Outcome outcome) {
        return counts[outcome.ordinal()];
    }
}
