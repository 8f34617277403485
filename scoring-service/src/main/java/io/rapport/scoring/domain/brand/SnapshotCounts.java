package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.LedgerCells;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of people in a brand's snapshot, for one window. */
final class SnapshotCounts {

    private static final double MILLIONTHS = 1e6;
    private static final int NO_COLUMN = -1;

    private final LedgerCells snapshot;
    private final int window;

    SnapshotCounts(LedgerCells snapshot, int window) {
        this.snapshot = snapshot;
        this.window = window;
    }

    long clients() {
        return at(BrandColumns.CLIENTS);
    }

    @Nullable
    Double meanClientStrength() {
        var mean = share(at(BrandColumns.CLIENT_STRENGTH), clients());
        return mean == null ? null : mean / MILLIONTHS;
    }

    /** One of the window's figures. */
    long count(int figure) {
        return at(BrandColumns.windowColumn(window, figure));
    }

    /** One of the window's figures as a share of another; null if the other is 0. */
    @Nullable
    Double share(int figure, int whole) {
        return share(count(figure), count(whole));
    }

    Map<Stage, Long> stages() {
        return byStage(BrandColumns.STAGE, NO_COLUMN);
    }

    Map<Stage, Long> stageMoves() {
        return byStage(BrandColumns.STAGE, BrandColumns.windowColumn(window, BrandColumns.STAGE_BEFORE));
    }

    private Map<Stage, Long> byStage(int column, int subtracted) {
        var people = new EnumMap<Stage, Long>(Stage.class);
        for (var stage : Stage.values()) {
            if (stage != Stage.UNKNOWN) {
                var before = subtracted == NO_COLUMN ? 0 : at(BrandColumns.stageColumn(subtracted, stage));
                people.put(stage, at(BrandColumns.stageColumn(column, stage)) - before);
            }
        }
        return Collections.unmodifiableMap(people);
    }

    private long at(int column) {
        return snapshot.valueAt(BrandColumns.SNAPSHOT_DAY, column);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
