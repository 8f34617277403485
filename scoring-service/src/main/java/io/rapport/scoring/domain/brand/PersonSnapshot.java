package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.ledger.Windows;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one person is counted as on the day of a score. */
final class PersonSnapshot {

    private static final double MILLIONTHS = 1e6;
    private static final int MOST_CELLS = 64;

    private final RelationshipScore score;
    private final int asOf;
    private final long[] inbound = new long[Windows.COUNT];
    private final PersonSpread spread;
    private final long[] inboundBefore = new long[Windows.COUNT];

    PersonSnapshot(Cells ledger, RelationshipScore score) {
        this.score = score;
        this.asOf = (int) score.asOf().toEpochDay();
        this.spread = new PersonSpread(ledger, asOf);
        var end = ledger.from(asOf + 1);
        for (int i = ledger.from(asOf - BrandLedger.DAYS_KEPT + 1); i < end; i++) {
            if (LedgerColumns.block(ledger.column(i)) == LedgerColumns.INBOUND) {
                takeInbound(asOf - ledger.day(i), Math.max(0, ledger.value(i)));
            }
        }
    }

    Cells cells() {
        var cells = new Cells.Builder(MOST_CELLS);
        addStage(cells, BrandColumns.STAGE, score.stages().on(asOf));
        add(cells, BrandColumns.CLIENTS, score.client());
        add(cells, BrandColumns.CLIENT_STRENGTH, score.client() ? Math.round(score.strength() * MILLIONTHS) : 0);
        for (int w = 0; w < Windows.COUNT; w++) {
            addWindow(cells, w);
        }
        spread.addTo(cells);
        return cells.build();
    }

    private void takeInbound(int age, long count) {
        for (int w = 0; w < Windows.COUNT; w++) {
            if (age < Windows.days(w)) {
                inbound[w] += count;
            } else if (age < 2 * Windows.days(w)) {
                inboundBefore[w] += count;
            }
        }
    }

    private void addWindow(Cells.Builder cells, int w) {
        var seen = inbound[w] > 0;
        var seenBefore = inboundBefore[w] > 0;
        var isNew = seen && isNew(score.firstSeen(), Windows.days(w));
        add(cells, BrandColumns.inWindow(w, BrandColumns.SEEN), seen);
        add(cells, BrandColumns.inWindow(w, BrandColumns.NEW), isNew);
        add(cells, BrandColumns.inWindow(w, BrandColumns.RETURNING), seen && seenBefore);
        add(cells, BrandColumns.inWindow(w, BrandColumns.REVIVED), seen && !seenBefore && !isNew);
        add(cells, BrandColumns.inWindow(w, BrandColumns.LAPSED), seenBefore && !seen);
        add(cells, BrandColumns.inWindow(w, BrandColumns.CLIENTS_SEEN), score.client() && seen);
        add(cells, BrandColumns.inWindow(w, BrandColumns.CAPTIVES_SEEN), score.captive() && seen);
        add(cells, BrandColumns.inWindow(w, BrandColumns.NOTIFICATIONS), inbound[w]);
        add(cells, BrandColumns.inWindow(w, BrandColumns.CAPTIVE_NOTIFICATIONS), score.captive() ? inbound[w] : 0);
        var before = score.stages().on(asOf - Windows.days(w));
        addStage(cells, BrandColumns.inWindow(w, BrandColumns.STAGE_BEFORE), before);
    }

    private boolean isNew(@Nullable LocalDate firstSeen, int days) {
        return firstSeen != null && firstSeen.toEpochDay() > asOf - days;
    }

    private static void addStage(Cells.Builder cells, int column, @Nullable Stage stage) {
        if (stage != null) {
            add(cells, BrandColumns.ofStage(column, stage), 1);
        }
    }

    private static void add(Cells.Builder cells, int column, boolean counts) {
        add(cells, column, counts ? 1 : 0);
    }

    private static void add(Cells.Builder cells, int column, long value) {
        cells.add(BrandColumns.SNAPSHOT, column, value);
    }
}
