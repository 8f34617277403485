package io.rapport.scoring.domain.brand;

import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RollingRorBuilder;
import io.rapport.contracts.score.RorSums;
import io.rapport.scoring.domain.ledger.FigureWindows;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.policy.EvidencePolicy;
import java.util.ArrayList;
import java.util.List;

/** Return on Relationships of a brand. */
public final class BrandScore {

    private BrandScore() {}

    /**
     * Computes the figures over 7, 30 and 90 days up to and including {@code asOf}, shortest window first.
     *
     * @param ledger the contributions of all people, with snapshots of {@code asOf}
     * @param asOf epoch day; later days of the series are ignored
     * @param model model the contributions were computed with
     */
    public static List<RollingRor> of(BrandLedger ledger, int asOf, ScoringModel model) {
        return of(ledger, asOf, model, FigureWindows.ROLLING);
    }

    /** Computes the figures over other windows, with snapshots of the same windows. */
    public static List<RollingRor> of(BrandLedger ledger, int asOf, ScoringModel model, FigureWindows windows) {
        var figures = new ArrayList<RollingRor>(windows.count());
        for (int w = 0; w < windows.count(); w++) {
            var first = asOf - windows.days(w) + 1;
            var now = new SeriesTotals(ledger.seriesCells(), first, asOf, model);
            var before = new SeriesTotals(ledger.seriesCells(), first - windows.daysBefore(w), first - 1, model);
            figures.add(window(windows.days(w), now, before, new SnapshotCounts(ledger.snapshotCells(), w)));
        }
        return List.copyOf(figures);
    }

    /**
     * Return and effort of a range of days, without decay.
     *
     * @param series contributions of people, or of one person
     * @param first epoch day
     * @param last epoch day, inclusive
     */
    public static RorSums sums(BrandLedger series, int first, int last, ScoringModel model) {
        return new SeriesTotals(series.seriesCells(), first, last, model).ror();
    }

    private static RollingRor window(int days, SeriesTotals now, SeriesTotals before, SnapshotCounts people) {
        var sums = now.ror();
        return RollingRorBuilder.builder()
                .window(days)
                .returned(sums.returned())
                .invested(sums.invested())
                .ror(sums.ror())
                .previous(before.ror())
                .seen(people.count(BrandColumns.SEEN))
                .newcomers(people.count(BrandColumns.NEW))
                .returning(people.count(BrandColumns.RETURNING))
                .revived(people.count(BrandColumns.REVIVED))
                .lapsed(people.count(BrandColumns.LAPSED))
                .stages(people.stages())
                .stageMoves(people.stageMoves())
                .captiveShare(people.share(BrandColumns.CAPTIVES_SEEN, BrandColumns.SEEN))
                .captiveNotificationShare(people.share(BrandColumns.CAPTIVE_NOTIFICATIONS, BrandColumns.NOTIFICATIONS))
                .promotionalShare(now.shareOfOutbound(BrandColumns.PROMOTIONAL))
                .givingShare(now.shareOfOutbound(BrandColumns.GIVING))
                .clients(people.clients())
                .clientsSeen(people.count(BrandColumns.CLIENTS_SEEN))
                .clientsNotSeen(people.clients() - people.count(BrandColumns.CLIENTS_SEEN))
                .meanClientStrength(people.meanClientStrength())
                .kinds(now.kinds())
                .evidence(EvidencePolicy.of(
                        people.count(BrandColumns.SEEN), people.count(BrandColumns.NOTIFICATIONS) + now.outbound()))
                .build();
    }
}
