package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.RollingWindows;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One person's counts in the brand's snapshot on the day of a score. */
final class PersonSnapshot {

    private static final double MILLIONTHS = 1e6;
    private static final int MAX_CELLS = 64;

    private final RelationshipScore score;
    private final int asOf;
    private final long[] inbound = new long[RollingWindows.COUNT];
    private final PersonSpread spread;
    private final long[] inboundBefore = new long[RollingWindows.COUNT];

    PersonSnapshot(LedgerCells ledger, RelationshipScore score) {
        this.score = score;
        this.asOf = (int) score.asOf().toEpochDay();
        this.spread = new PersonSpread(ledger, asOf);
        var end = ledger.firstIndex(asOf + 1);
        for (int i = ledger.firstIndex(asOf - BrandLedger.DAYS_KEPT + 1); i < end; i++) {
            if (EngagementColumns.block(ledger.column(i)) == EngagementColumns.INBOUND) {
                addInbound(asOf - ledger.day(i), Math.max(0, ledger.value(i)));
            }
        }
    }

    LedgerCells cells() {
        var cells = new LedgerCells.Builder(MAX_CELLS);
        addStage(cells, BrandColumns.STAGE, score.stages().stageOn(asOf));
        add(cells, BrandColumns.CLIENTS, score.client());
        add(cells, BrandColumns.CLIENT_STRENGTH, score.client() ? Math.round(score.strength() * MILLIONTHS) : 0);
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            addWindow(cells, w);
        }
        spread.addTo(cells);
        return cells.build();
    }

    private void addInbound(int age, long count) {
        for (int w = 0; w < RollingWindows.COUNT; w++) {
            if (age < RollingWindows.days(w)) {
                inbound[w] += count;
            } else if (age < 2 * RollingWindows.days(w)) {
                inboundBefore[w] += count;
            }
        }
    }

    private void addWindow(LedgerCells.Builder cells, int w) {
        var seen = inbound[w] > 0;
        var seenBefore = inboundBefore[w] > 0;
        var isNew = seen && isNew(score.contact().firstSeen(), RollingWindows.days(w));
        add(cells, BrandColumns.windowColumn(w, BrandColumns.SEEN), seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.NEW), isNew);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.RETURNING), seen && seenBefore);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.REVIVED), seen && !seenBefore && !isNew);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.LAPSED), seenBefore && !seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CLIENTS_SEEN), score.client() && seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CAPTIVES_SEEN), score.captive() && seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.NOTIFICATIONS), inbound[w]);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CAPTIVE_NOTIFICATIONS), score.captive() ? inbound[w] : 0);
        var before = score.stages().stageOn(asOf - RollingWindows.days(w));
        addStage(cells, BrandColumns.windowColumn(w, BrandColumns.STAGE_BEFORE), before);
    }

    private boolean isNew(@Nullable LocalDate firstSeen, int days) {
        return firstSeen != null && firstSeen.toEpochDay() > asOf - days;
    }

    private static void addStage(LedgerCells.Builder cells, int column, @Nullable Stage stage) {
        if (stage != null) {
            add(cells, BrandColumns.stageColumn(column, stage), 1);
        }
    }

    private static void add(LedgerCells.Builder cells, int column, boolean counts) {
        add(cells, column, counts ? 1 : 0);
    }

    private static void add(LedgerCells.Builder cells, int column, long value) {
        cells.add(BrandColumns.SNAPSHOT_DAY, column, value);
    }
}
