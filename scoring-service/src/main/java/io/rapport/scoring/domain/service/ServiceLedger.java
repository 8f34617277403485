package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerCellsCodec;

/**
 * Conversations by the day they were opened: number opened, answered and answered in public, and a histogram of answer
 * times.
 *
 * @param cells the sums by epoch day and column
 */
public record ServiceLedger(LedgerCells cells) implements Ledger<ServiceLedger> {

    /** The ledger without conversations. */
    public static final ServiceLedger EMPTY = new ServiceLedger(LedgerCells.EMPTY);

    // Columns are part of the stored form and are never reused.
    static final int OPENED = 0;
    static final int ANSWERED = 1;
    static final int IN_PUBLIC = 2;
    /** First of the columns by class of answer time. */
    static final int TIMES = 3;

    static final int COLUMNS = TIMES + AnswerTimeClasses.COUNT;

    private static final LedgerCellsCodec CELLS = new LedgerCellsCodec(COLUMNS);

    /** Binary form. */
    public static final BinaryCodec<ServiceLedger> CODEC = new BinaryCodec<>(
            "service ledger",
            1,
            (ledger, out) -> CELLS.write(ledger.cells, out),
            in -> new ServiceLedger(CELLS.read(in)));

    /** The ledger of one open conversation. */
    static ServiceLedger opened(int day) {
        var cells = new LedgerCells.Builder(1);
        cells.add(day, OPENED, 1);
        return new ServiceLedger(cells.build());
    }

    /** The ledger of one conversation that was answered after a number of seconds. */
    public static ServiceLedger answered(int day, boolean inPublic, long seconds) {
        var cells = new LedgerCells.Builder(4);
        cells.add(day, OPENED, 1);
        cells.add(day, ANSWERED, 1);
        cells.add(day, IN_PUBLIC, inPublic ? 1 : 0);
        cells.add(day, TIMES + AnswerTimeClasses.classOf(seconds), 1);
        return new ServiceLedger(cells.build());
    }

    @Override
    public ServiceLedger plus(ServiceLedger other) {
        return other.isEmpty() ? this : new ServiceLedger(cells.plus(other.cells));
    }

    @Override
    public ServiceLedger minus(ServiceLedger other) {
        return other.isEmpty() ? this : new ServiceLedger(cells.minus(other.cells));
    }

    @Override
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The epoch days with a conversation, ascending. */
    public int[] days() {
        return cells.days();
    }

    /** The part of one day. */
    public ServiceLedger ofDay(int day) {
        return new ServiceLedger(cells.ofDay(day));
    }
}
