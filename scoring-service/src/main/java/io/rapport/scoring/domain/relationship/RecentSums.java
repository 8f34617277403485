package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.ledger.Windows;
import io.rapport.scoring.domain.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;

/** What passed between a person and the brand in the last 90 days, each day counting in full. */
final class RecentSums {

    private static final int PERIOD = 30;
    private static final int PERIODS = 3;

    private final ScoringModel model;
    private final int asOf;
    private final double[] returned = new double[Windows.COUNT];
    private final double[] invested = new double[Windows.COUNT];
    private int periodsActed;
    private long polarity;

    RecentSums(ScoringModel model, int asOf) {
        this.model = model;
        this.asOf = asOf;
    }

    /** Adds a cell of any day up to {@code asOf}. */
    void take(int day, int column, long value) {
        var age = asOf - day;
        if (age >= PERIOD * PERIODS) {
            return;
        }
        switch (LedgerColumns.block(column)) {
            case LedgerColumns.INBOUND -> {
                var count = DecayedSums.capped(value, model.cap());
                add(
                        returned,
                        age,
                        count * model.weightsOf(LedgerColumns.kind(column)).returned());
                periodsActed |= value > 0 ? 1 << (age / PERIOD) : 0;
            }
            case LedgerColumns.OUTBOUND -> {
                var count = DecayedSums.capped(value, model.cap());
                add(invested, age, count * model.effortOf(LedgerColumns.kind(column)));
            }
            case LedgerColumns.MINUTES -> add(invested, age, LedgerColumns.effortOfMinutes(value));
            default -> takePolarity(column, value);
        }
    }

    /** Whether they acted in at least two of the last three periods and what they wrote was not negative on the whole. */
    boolean keptComing() {
        return Integer.bitCount(periodsActed) >= 2 && polarity >= 0;
    }

    List<WindowSums> windows() {
        var windows = new ArrayList<WindowSums>(Windows.COUNT);
        for (int w = 0; w < Windows.COUNT; w++) {
            windows.add(new WindowSums(Windows.days(w), returned[w], invested[w]));
        }
        return List.copyOf(windows);
    }

    private void takePolarity(int column, long millionths) {
        if (column == LedgerColumns.POSITIVE_SUM) {
            polarity += millionths;
        } else if (column == LedgerColumns.NEGATIVE_SUM) {
            polarity -= millionths;
        }
    }

    private static void add(double[] sums, int age, double value) {
        for (int w = Windows.COUNT - 1; w >= 0 && age < Windows.days(w); w--) {
            sums[w] += value;
        }
    }
}
