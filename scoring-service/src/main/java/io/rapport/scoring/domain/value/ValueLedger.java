package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of value by day, stream, unit and label, in whole numbers: exact, in any order. Immutable, and a commutative group
 * like {@link EngagementLedger}. A handle holds what it brought itself; what people add to their brand is a value ledger too.
 */
public final class ValueLedger {

    /** Nothing. */
    public static final ValueLedger EMPTY = new ValueLedger(Collections.emptySortedMap());

    private final SortedMap<Cell, Sum> sums;

    private ValueLedger(SortedMap<Cell, Sum> sums) {
        this.sums = sums;
    }

    /**
     * What a sum is of.
     *
     * @param day epoch day
     * @param unit ISO 4217, empty for what is only counted
     * @param label what it comes of, empty for the whole
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

        /** Comes before every cell of a day and the days after it. */
        static Cell first(int day) {
            return new Cell(day, ValueKind.values()[0], "", "");
        }
    }

    /**
     * A sum.
     *
     * @param amount in ten-thousandths of the unit
     * @param count of how many
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

    /** What an engagement brings by itself: a purchase, or a visit after a search. */
    public static ValueLedger of(EngagementReceived engagement) {
        return engagement.value() == null ? EMPTY : of(EngagementValueExtractor.extract(engagement));
    }

    static ValueLedger of(SortedMap<Cell, Sum> sums) {
        return sums.isEmpty() ? EMPTY : new ValueLedger(sums);
    }

    /** Both together. */
    public ValueLedger plus(ValueLedger other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        var both = new TreeMap<>(sums);
        other.sums.forEach((cell, sum) -> add(both, cell, sum));
        return of(both);
    }

    /** This without the other. */
    public ValueLedger minus(ValueLedger other) {
        return plus(other.negated());
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The epoch days there is anything on, ascending. */
    public int[] days() {
        return sums.keySet().stream().mapToInt(Cell::day).distinct().toArray();
    }

    /** What is on one day. */
    public ValueLedger ofDay(int day) {
        return of(sums.subMap(Cell.first(day), Cell.first(day + 1)));
    }

    SortedMap<Cell, Sum> sums() {
        return sums;
    }

    /** Adds to one of the sums; leaves zeros out. */
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueLedger that && sums.equals(that.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return "ValueLedger" + sums;
    }
}
