package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.ledger.Ledger;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of value by day, stream, unit and label. A handle has one for its own purchases and searches; a brand has the sum of
 * its people's contributions.
 */
public record ValueLedger(SortedMap<Cell, Sum> sums) implements Ledger<ValueLedger> {

    /** The ledger without value. */
    public static final ValueLedger EMPTY = new ValueLedger(Collections.emptySortedMap());

    /** Binary form. */
    public static final BinaryCodec<ValueLedger> CODEC =
            new BinaryCodec<>("value ledger", 1, ValueLedgerCodec::write, ValueLedgerCodec::read);

    /**
     * Key of a sum.
     *
     * @param day epoch day
     * @param unit ISO 4217 code; empty for values that are only counted
     * @param label source of the value; empty for the total
     */
    record Cell(int day, ValueKind stream, String unit, String label) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::day)
                .thenComparing(Cell::stream)
                .thenComparing(Cell::unit)
                .thenComparing(Cell::label);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }

        /** The lower bound of all cells of a day and of later days. */
        static Cell first(int day) {
            return new Cell(day, ValueKind.values()[0], "", "");
        }
    }

    /**
     * A sum with its count.
     *
     * @param amount in ten-thousandths of the unit
     * @param count number of summands
     */
    record Sum(long amount, long count) {

        static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(amount + other.amount, count + other.count);
        }

        Sum negated() {
            return new Sum(-amount, -count);
        }
    }

    /** The value of one engagement: of visits after a search, or a citation. That of purchases is in their {@link OrderLedger}. */
    public static ValueLedger of(EngagementReceived engagement) {
        return SearchVisitExtractor.extract(engagement).plus(CitationExtractor.extract(engagement));
    }

    static ValueLedger of(SortedMap<Cell, Sum> sums) {
        return sums.isEmpty() ? EMPTY : new ValueLedger(sums);
    }

    @Override
    public ValueLedger plus(ValueLedger other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var total = new TreeMap<>(sums);
        other.sums.forEach((cell, sum) -> add(total, cell, sum));
        return of(total);
    }

    @Override
    public ValueLedger minus(ValueLedger other) {
        return plus(other.negated());
    }

    @Override
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The epoch days with a sum, ascending. */
    public int[] days() {
        return sums.keySet().stream().mapToInt(Cell::day).distinct().toArray();
    }

    /** The part of one day. */
    public ValueLedger ofDay(int day) {
        return of(sums.subMap(Cell.first(day), Cell.first(day + 1)));
    }

    /** Adds to one of the sums; removes it if the result is 0. */
    static void add(SortedMap<Cell, Sum> sums, Cell cell, Sum more) {
        var sum = sums.getOrDefault(cell, Sum.ZERO).plus(more);
        if (sum.equals(Sum.ZERO)) {
            sums.remove(cell);
        } else {
            sums.put(cell, sum);
        }
    }

    private ValueLedger negated() {
        var negated = new TreeMap<Cell, Sum>();
        sums.forEach((cell, sum) -> negated.put(cell, sum.negated()));
        return of(negated);
    }
}
