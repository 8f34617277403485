package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WindowSums;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.RollingWindows;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.policy.ChangePolicy;
import java.util.ArrayList;
import java.util.List;

/** Return and investment of the last 90 days, without decay, by window. */
final class RecentWindowSums {

    private static final int PERIOD = 30;
    private static final int PERIODS = 3;

    private final ScoringModel model;
    private final double[] returned = new double[RollingWindows.COUNT];
    private final double[] invested = new double[RollingWindows.COUNT];
    private int activePeriods;
    private long polarity;

    RecentWindowSums(LedgerCells cells, int asOf, ScoringModel model) {
        this.model = model;
        var end = cells.firstIndex(asOf + 1);
        for (int i = cells.firstIndex(asOf - PERIOD * PERIODS + 1); i < end; i++) {
            add(asOf - cells.day(i), cells.column(i), cells.value(i));
        }
    }

    /** Whether the person belongs to the captive audience. */
    boolean isCaptive(Stage stage, double reciprocity) {
        return stage.compareTo(model.captiveStage()) >= 0
                && ChangePolicy.isCaptive(Integer.bitCount(activePeriods), polarity, reciprocity);
    }

    List<WindowSums> windows() {
        var windows = new ArrayList<WindowSums>(RollingWindows.COUNT);
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            windows.add(new WindowSums(RollingWindows.days(w), returned[w], invested[w]));
        }
        return List.copyOf(windows);
    }

    private void add(int age, int column, long value) {
        switch (EngagementColumns.block(column)) {
            case EngagementColumns.INBOUND -> {
                var count = DecayedSums.capped(value, model.cap());
                add(
                        returned,
                        age,
                        count * model.weightsOf(EngagementColumns.kind(column)).returned());
                activePeriods |= value > 0 ? 1 << (age / PERIOD) : 0;
            }
            case EngagementColumns.OUTBOUND -> {
                var count = DecayedSums.capped(value, model.cap());
                add(invested, age, count * model.effortOf(EngagementColumns.kind(column)));
            }
            case EngagementColumns.MINUTES -> add(invested, age, EngagementColumns.effortOfMinutes(value));
            default -> addPolarity(column, value);
        }
    }

    private void addPolarity(int column, long millionths) {
        if (column == EngagementColumns.POSITIVE_SUM) {
            polarity += millionths;
        } else if (column == EngagementColumns.NEGATIVE_SUM) {
            polarity -= millionths;
        }
    }

    private static void add(double[] sums, int age, double value) {
        for (int w = RollingWindows.COUNT - 1; w >= 0 && age < RollingWindows.days(w); w--) {
            sums[w] += value;
        }
    }
}
