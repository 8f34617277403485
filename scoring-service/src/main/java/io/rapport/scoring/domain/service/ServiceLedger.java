package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.EngagementLedger;

/**
 * Conversations by the day they were opened: how many, how many of them were answered and where, and how fast. Immutable,
 * in whole numbers, and a commutative group like {@link EngagementLedger}.
 */
public final class ServiceLedger {

    /** None. */
    public static final ServiceLedger EMPTY = new ServiceLedger(LedgerCells.EMPTY);

    // Columns are part of the stored form: they are never given another meaning.
    static final int OPENED = 0;
    static final int ANSWERED = 1;
    static final int IN_PUBLIC = 2;
    /** The first of the columns by answer time. */
    static final int TIMES = 3;

    static final int COLUMNS = TIMES + AnswerTimeClasses.COUNT;

    private final LedgerCells cells;

    ServiceLedger(LedgerCells cells) {
        this.cells = cells;
    }

    /** A conversation that waits. */
    static ServiceLedger opened(int day) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, OPENED, 1);
        return new ServiceLedger(cells.build());
    }

    /** A conversation that was answered after so many seconds. */
    public static ServiceLedger answered(int day, boolean inPublic, long seconds) {
        var cells = new LedgerCells.Builder(4);
        cells.add(day, OPENED, 1);
        cells.add(day, ANSWERED, 1);
        cells.add(day, IN_PUBLIC, inPublic ? 1 : 0);
        cells.add(day, TIMES + AnswerTimeClasses.classOf(seconds), 1);
        return new ServiceLedger(cells.build());
    }

    /** Both together. */
    public ServiceLedger plus(ServiceLedger other) {
        return other.isEmpty() ? this : new ServiceLedger(cells.plus(other.cells));
    }

    /** This without the other. */
    public ServiceLedger minus(ServiceLedger other) {
        return other.isEmpty() ? this : new ServiceLedger(cells.minus(other.cells));
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The epoch days there is anything on, ascending. */
    public int[] days() {
        return cells.days();
    }

    /** What is on one day. */
    public ServiceLedger ofDay(int day) {
        return new ServiceLedger(cells.ofDay(day));
    }

    LedgerCells cells() {
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceLedger that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return "ServiceLedger" + cells;
    }
}
