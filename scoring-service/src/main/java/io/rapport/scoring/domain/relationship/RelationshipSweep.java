package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.Cells;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.ledger.LedgerColumns;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;

/** Goes once over the active days of a ledger and hands each cell to those who make the score of it. */
final class RelationshipSweep {

    private static final double CAPTIVE_RECIPROCITY = 0.1;

    private final Cells cells;
    private final int asOf;
    private final ScoringModel model;
    private final int end;
    private final DecayedSums sums;
    private final StageSweep stages;
    private final RecentSums recent;
    private final Contacts contacts = new Contacts();
    private final WordsSpoken words = new WordsSpoken();

    RelationshipSweep(Ledger ledger, int asOf, ScoringModel model) {
        this.cells = ledger.cells();
        this.asOf = asOf;
        this.model = model;
        this.end = cells.from(asOf + 1);
        this.sums = new DecayedSums(model, end == 0 ? asOf : cells.day(0));
        this.stages = new StageSweep(sums, model);
        this.recent = new RecentSums(model, asOf);
    }

    RelationshipScore score(boolean client) {
        for (int i = 0; i < end; ) {
            i = day(i);
        }
        stages.quietUntil(asOf + 1);
        sums.decayTo(asOf);
        var points = new Points(sums, model);
        var exchange = new Exchange(sums, model);
        return new RelationshipScore(
                LocalDate.ofEpochDay(asOf),
                client,
                points.strength(),
                points.know(),
                points.like(),
                points.trust(),
                exchange.theyToUs(),
                exchange.usToThem(),
                exchange.reciprocity(),
                contacts.warmth(asOf, model.warmthHalfLife()),
                stages.history(),
                recent.keptComing() && exchange.reciprocity() >= CAPTIVE_RECIPROCITY,
                contacts.firstSeen(),
                contacts.lastSeen(),
                contacts.lastTouch(),
                recent.windows(),
                points.contributions(contacts, exchange),
                words.sum(points.likeOfWords(), points.strengthOfWords()));
    }

    /** Takes the day that begins at a cell; returns where the next one begins. */
    private int day(int first) {
        var day = cells.day(first);
        stages.quietUntil(day);
        sums.decayTo(day);
        int i = first;
        for (; i < end && cells.day(i) == day; i++) {
            take(day, cells.column(i), cells.value(i));
        }
        stages.active(day);
        return i;
    }

    private void take(int day, int column, long value) {
        sums.take(column, value);
        recent.take(day, column, value);
        contacts.take(day, column, value);
        words.take(column, value);
        if (value > 0 && LedgerColumns.block(column) == LedgerColumns.INBOUND && vouches(LedgerColumns.kind(column))) {
            stages.vouched(day);
        }
    }

    /** Whether someone who does this speaks up for the brand before others. */
    private static boolean vouches(EngagementKind kind) {
        return switch (kind) {
            case SHARE, QUOTE, REFERRAL, REVIEW, INTRODUCTION -> true;
            default -> false;
        };
    }
}
