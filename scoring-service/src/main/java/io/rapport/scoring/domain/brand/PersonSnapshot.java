package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import org.jspecify.annotations.Nullable;

/** One person's counts in the brand's snapshot on the day of a score. */
final class PersonSnapshot {

    private static final double MILLIONTHS = 1e6;
    private static final int MAX_CELLS = 64;

    private final RelationshipScore score;
    private final int asOf;
    private final FigureWindows windows;
    private final PersonSpread spread;
    private final PersonVisibility visibility;

    PersonSnapshot(LedgerCells ledger, RelationshipScore score, FigureWindows windows) {
        this.windows = windows;
        this.score = score;
        this.asOf = (int) score.asOf().toEpochDay();
        this.spread = new PersonSpread(ledger, asOf, windows);
        this.visibility = new PersonVisibility(ledger, asOf, score.contact().firstSeen(), windows);
    }

    LedgerCells cells() {
        var cells = new LedgerCells.Builder(MAX_CELLS);
        addStage(cells, BrandColumns.STAGE, score.stages().stageOn(asOf));
        add(cells, BrandColumns.CLIENTS, score.client());
        add(cells, BrandColumns.CLIENT_STRENGTH, score.client() ? Math.round(score.strength() * MILLIONTHS) : 0);
        for (int w = 0; w < windows.count(); w++) {
            addWindow(cells, w);
        }
        spread.addTo(cells);
        return cells.build();
    }

    private void addWindow(LedgerCells.Builder cells, int w) {
        var status = visibility.status(w);
        var seen = visibility.isSeen(w);
        var inbound = visibility.inbound(w);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.SEEN), seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.NEW), status == SeenStatus.NEW);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.RETURNING), status == SeenStatus.RETURNING);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.REVIVED), status == SeenStatus.REVIVED);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.LAPSED), status == SeenStatus.LAPSED);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CLIENTS_SEEN), score.client() && seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CAPTIVES_SEEN), score.captive() && seen);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.NOTIFICATIONS), inbound);
        add(cells, BrandColumns.windowColumn(w, BrandColumns.CAPTIVE_NOTIFICATIONS), score.captive() ? inbound : 0);
        var before = score.stages().stageOn(asOf - windows.days(w));
        addStage(cells, BrandColumns.windowColumn(w, BrandColumns.STAGE_BEFORE), before);
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
