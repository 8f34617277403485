package io.rapport.scoring.domain.spread;

import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.brand.BrandColumns;
import io.rapport.scoring.domain.ledger.CellSum;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.ledger.LedgerCells;
import io.rapport.scoring.domain.ledger.LedgerCellsCodec;
import io.rapport.scoring.domain.ledger.MessageTone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Sums of a brand's cascades by the day of the parent message: parents, their children of the same tone, and histograms of
 * the time to the first and to the fifth child.
 *
 * @param parts the totals, then four histograms; each by epoch day and column
 */
public record SpreadLedger(List<LedgerCells> parts) implements Ledger<SpreadLedger> {

    /** The ledger without cascades. */
    public static final SpreadLedger EMPTY = new SpreadLedger(
            List.of(LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY, LedgerCells.EMPTY));

    /** Days that figures look back, the current one included. */
    public static final int DAYS_KEPT = 93;

    // Columns of the totals, each by tone. The numbers are part of the stored form and are never reused.
    static final int PARENTS = 0;
    static final int CHILDREN = 2;
    static final int ROOT_ONLY = 4;
    static final int TOTALS_COUNT = 6;

    /** First of the histograms of the time to the first child, by tone. */
    static final int TO_FIRST = 1;
    /** First of the histograms of the time to the fifth child, by tone. */
    static final int TO_FIFTH = 3;

    private static final int PARTS = 5;
    private static final int TOTALS = 0;

    private static final LedgerCellsCodec TOTALS_CODEC = new LedgerCellsCodec(TOTALS_COUNT);
    private static final LedgerCellsCodec HISTOGRAM_CODEC = new LedgerCellsCodec(DurationHistogram.CLASSES);

    /** Binary form: the cells of each part. */
    public static final BinaryCodec<SpreadLedger> CODEC =
            new BinaryCodec<>("spread ledger", 1, SpreadLedger::write, SpreadLedger::read);

    /** The ledger of one parent message; empty if it is neutral. */
    public static SpreadLedger of(ParentMessage parent) {
        if (parent.tone() == MessageTone.NONE) {
            return EMPTY;
        }
        var parts = IntStream.range(0, PARTS)
                .mapToObj(part -> new LedgerCells.Builder(part == TOTALS ? TOTALS_COUNT : 1))
                .toList();
        forEachCell(parent, (part, column, value) -> parts.get(part).add(parent.day(), column, value));
        return new SpreadLedger(parts.stream().map(LedgerCells.Builder::build).toList());
    }

    /** Receives the cells of the day of a parent message. */
    @FunctionalInterface
    private interface CellConsumer {
        void add(int part, int column, long value);
    }

    private static void forEachCell(ParentMessage parent, CellConsumer cells) {
        var tone = parent.tone();
        cells.add(TOTALS, BrandColumns.toneColumn(PARENTS, tone), 1);
        cells.add(TOTALS, BrandColumns.toneColumn(CHILDREN, tone), parent.children());
        cells.add(TOTALS, BrandColumns.toneColumn(ROOT_ONLY, tone), parent.rootOnly() ? 1 : 0);
        duration(BrandColumns.toneColumn(TO_FIRST, tone), parent.millisToFirst(), cells);
        duration(BrandColumns.toneColumn(TO_FIFTH, tone), parent.millisToFifth(), cells);
    }

    private static void duration(int part, long millis, CellConsumer cells) {
        if (millis != ParentMessage.NEVER) {
            cells.add(part, DurationHistogram.classOf(millis), 1);
        }
    }

    @Override
    public SpreadLedger plus(SpreadLedger other) {
        return combine(other, LedgerCells::plus);
    }

    @Override
    public SpreadLedger minus(SpreadLedger other) {
        return combine(other, LedgerCells::minus);
    }

    @Override
    public boolean isEmpty() {
        return parts.stream().allMatch(LedgerCells::isEmpty);
    }

    /** Drops the days that no figure of {@code asOf} or later reads. */
    public SpreadLedger trimmed(int asOf) {
        return map(part -> part.fromDay(asOf - DAYS_KEPT + 1));
    }

    /** The part of one day. */
    public SpreadLedger ofDay(int day) {
        return map(part -> part.ofDay(day));
    }

    /** The epoch days with a cascade, ascending. */
    public int[] days() {
        return parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.days()))
                .sorted()
                .distinct()
                .toArray();
    }

    LedgerCells totals() {
        return parts.get(TOTALS);
    }

    LedgerCells durations(int part, MessageTone tone) {
        return parts.get(BrandColumns.toneColumn(part, tone));
    }

    private SpreadLedger combine(SpreadLedger other, BinaryOperator<LedgerCells> operator) {
        var combined = new ArrayList<LedgerCells>(PARTS);
        for (int i = 0; i < PARTS; i++) {
            combined.add(operator.apply(parts.get(i), other.parts.get(i)));
        }
        return new SpreadLedger(List.copyOf(combined));
    }

    private SpreadLedger map(UnaryOperator<LedgerCells> operator) {
        return new SpreadLedger(parts.stream().map(operator).toList());
    }

    private static void write(SpreadLedger ledger, VarintWriter out) {
        for (int part = 0; part < PARTS; part++) {
            codec(part).write(ledger.parts.get(part), out);
        }
    }

    private static SpreadLedger read(VarintReader in) {
        var parts = new ArrayList<LedgerCells>(PARTS);
        for (int part = 0; part < PARTS; part++) {
            parts.add(codec(part).read(in));
        }
        return new SpreadLedger(List.copyOf(parts));
    }

    private static LedgerCellsCodec codec(int part) {
        return part == TOTALS ? TOTALS_CODEC : HISTOGRAM_CODEC;
    }

    /** Adds up the ledgers of many parent messages in place. */
    public static final class Sum {

        private final List<CellSum> parts = IntStream.range(0, PARTS)
                .mapToObj(part -> new CellSum(part == TOTALS ? TOTALS_COUNT : DurationHistogram.CLASSES))
                .toList();

        /** Adds the ledger of one parent message. */
        public void add(ParentMessage parent) {
            if (parent.tone() != MessageTone.NONE) {
                forEachCell(parent, (part, column, value) -> parts.get(part).add(parent.day(), column, value));
            }
        }

        /** The sum of the ledgers added so far. */
        public SpreadLedger ledger() {
            return new SpreadLedger(parts.stream().map(CellSum::sum).toList());
        }
    }
}
