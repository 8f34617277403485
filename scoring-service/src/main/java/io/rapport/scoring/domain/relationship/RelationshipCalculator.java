package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;

/** Computes a score in one pass over the active days of a ledger. */
final class RelationshipCalculator {

    private final LedgerCells cells;
    private final int asOf;
    private final ScoringModel model;
    private final int end;
    private final DecayedSums sums;
    private final StageTracker stages;
    private final RecentWindowSums recent;
    private final ContactSummary contacts = new ContactSummary();
    private final SentimentTotals sentiment = new SentimentTotals();

    RelationshipCalculator(EngagementLedger ledger, int asOf, ScoringModel model) {
        this.cells = ledger.cells();
        this.asOf = asOf;
        this.model = model;
        this.end = cells.firstIndex(asOf + 1);
        this.sums = new DecayedSums(model, end == 0 ? asOf : cells.day(0));
        this.stages = new StageTracker(sums, model);
        this.recent = new RecentWindowSums(model, asOf);
    }

    RelationshipScore calculate(boolean client) {
        for (int i = 0; i < end; ) {
            i = addDay(i);
        }
        stages.advanceTo(asOf + 1);
        sums.decayTo(asOf);
        var points = new DimensionPoints(sums, model);
        var reciprocity = new ReciprocitySums(sums, model);
        var exchange = reciprocity.balance();
        var history = stages.history();
        return new RelationshipScore(
                LocalDate.ofEpochDay(asOf),
                client,
                client || contacts.isKnown(),
                points.strength(),
                points.dimensions(),
                exchange,
                contacts.times(asOf, model.warmthHalfLife()),
                history,
                recent.isCaptive(history.current(), exchange.reciprocity()),
                new ScoreBreakdown(
                        recent.windows(), points.contributions(contacts, reciprocity), points.sentimentSum(sentiment)));
    }

    /** Adds the day that begins at a cell index; returns the index of the next day. */
    private int addDay(int first) {
        var day = cells.day(first);
        if (cells.column(first) >= EngagementColumns.FOLLOWERS) {
            return addDayWithoutEngagements(first);
        }
        stages.advanceTo(day);
        sums.decayTo(day);
        int i = first;
        for (; i < end && cells.day(i) == day; i++) {
            addCell(day, cells.column(i), cells.value(i));
        }
        stages.evaluateActiveDay(day);
        return i;
    }

    /** Adds a day on which purchases were taken back, or followers reported with a refund, and nothing else happened. */
    private int addDayWithoutEngagements(int first) {
        int i = first;
        for (; i < end && cells.day(i) == cells.day(first); i++) {
            contacts.add(cells.day(i), cells.column(i), cells.value(i));
        }
        return i;
    }

    private void addCell(int day, int column, long value) {
        sums.add(column, value);
        recent.add(day, column, value);
        contacts.add(day, column, value);
        sentiment.add(column, value);
        if (value > 0
                && EngagementColumns.block(column) == EngagementColumns.INBOUND
                && isVouching(EngagementColumns.kind(column))) {
            stages.recordVouching(day);
        }
    }

    /** Whether an inbound engagement of this kind recommends the brand to others. */
    private static boolean isVouching(EngagementKind kind) {
        return switch (kind) {
            case SHARE, QUOTE, REFERRAL, REVIEW, INTRODUCTION -> true;
            default -> false;
        };
    }
}
