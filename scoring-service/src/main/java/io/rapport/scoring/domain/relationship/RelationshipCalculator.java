package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;

/** Computes the scores of a person's ledger on one day or several, in one pass over the active days. */
public final class RelationshipCalculator {

    private final LedgerCells cells;
    private final boolean client;
    private final ScoringModel model;
    private final DecayedSums sums;
    private final StageTracker stages;
    private final ContactSummary contacts = new ContactSummary();
    private final SentimentTotals sentiment = new SentimentTotals();
    private int lastDay = Integer.MIN_VALUE;
    private int next;
    private int end;

    /**
     * Begins before the first day.
     *
     * @param client whether the person is on the brand's client list
     */
    public RelationshipCalculator(EngagementLedger ledger, boolean client, ScoringModel model) {
        this.cells = ledger.cells();
        this.client = client;
        this.model = model;
        this.sums = new DecayedSums(model, cells.isEmpty() ? 0 : cells.day(0));
        this.stages = new StageTracker(sums, model);
    }

    /**
     * The score on a day.
     *
     * @param asOf epoch day, not before that of the previous call; later days are ignored
     * @throws IllegalArgumentException if a score of a later day was computed before
     */
    public RelationshipScore score(int asOf) {
        if (asOf < lastDay) {
            throw new IllegalArgumentException("Epoch day " + asOf + " is before " + lastDay + ", computed already");
        }
        lastDay = asOf;
        end = cells.firstIndex(asOf + 1);
        while (next < end) {
            next = addDay(next);
        }
        stages.advanceTo(asOf + 1);
        var now = sums.decayedTo(asOf);
        var recent = new RecentWindowSums(cells, asOf, model);
        var points = new DimensionPoints(now, model);
        var reciprocity = new ReciprocitySums(now, model);
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
                contacts.isContact(),
                new ScoreBreakdown(points, reciprocity, recent, contacts.counts(), points.sentimentSum(sentiment)));
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
