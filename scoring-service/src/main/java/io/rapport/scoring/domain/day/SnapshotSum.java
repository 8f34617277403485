package io.rapport.scoring.domain.day;

import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerCells;

/** Adds up the snapshots of people, in one array. */
final class SnapshotSum {

    private final long[] sums = new long[BrandColumns.SNAPSHOT_COUNT];

    void add(BrandLedger person) {
        var cells = person.snapshotCells();
        for (int i = 0; i < cells.size(); i++) {
            sums[cells.column(i)] += cells.value(i);
        }
    }

    LedgerCells sum() {
        var cells = new LedgerCells.Builder(sums.length);
        for (int column = 0; column < sums.length; column++) {
            cells.add(BrandColumns.SNAPSHOT_DAY, column, sums[column]);
        }
        return cells.build();
    }
}
