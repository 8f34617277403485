package io.rapport.scoring.domain.ledger;

import java.util.Arrays;

/**
 * Sparse vector of whole numbers by day and column, sorted, without zeros. Immutable; addition and subtraction are exact.
 */
public final class LedgerCells {

    /** No cells. */
    public static final LedgerCells EMPTY = new LedgerCells(new long[0], new long[0], 0);

    private static final int COLUMN_BITS = 8;
    private static final int COLUMN_MASK = (1 << COLUMN_BITS) - 1;

    private final long[] keys;
    private final long[] values;
    private final int size;

    private LedgerCells(long[] keys, long[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
    }

    /** Number of cells that are not 0. */
    public int size() {
        return size;
    }

    /** Whether every cell is 0. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Epoch day of the cell at an index. */
    public int day(int index) {
        return (int) day(keys[index]);
    }

    /** Column, from 0 to 255, of the cell at an index. */
    public int column(int index) {
        return column(keys[index]);
    }

    /** Value of the cell at an index; not 0. */
    public long value(int index) {
        return values[index];
    }

    long key(int index) {
        return keys[index];
    }

    static long day(long key) {
        return key >> COLUMN_BITS;
    }

    static int column(long key) {
        return (int) key & COLUMN_MASK;
    }

    /** Index of the first cell on this day or later. */
    public int firstIndex(int day) {
        var found = Arrays.binarySearch(keys, 0, size, (long) day << COLUMN_BITS);
        return found >= 0 ? found : -found - 1;
    }

    /** Value of a cell, 0 where there is none. */
    public long valueAt(int day, int column) {
        var found = Arrays.binarySearch(keys, 0, size, (long) day << COLUMN_BITS | column);
        return found >= 0 ? values[found] : 0;
    }

    /** Adds cell by cell. */
    public LedgerCells plus(LedgerCells other) {
        return merge(other, 1);
    }

    /** Subtracts cell by cell. */
    public LedgerCells minus(LedgerCells other) {
        return merge(other, -1);
    }

    /** The cells of a day and of all later days. */
    public LedgerCells fromDay(int first) {
        return range(firstIndex(first), size);
    }

    /** The cells of the days from {@code first} to {@code last}, inclusive. */
    public LedgerCells ofDays(int first, int last) {
        return range(firstIndex(first), firstIndex(last + 1));
    }

    private LedgerCells range(int start, int end) {
        return start == 0 && end == size
                ? this
                : new LedgerCells(
                        Arrays.copyOfRange(keys, start, end), Arrays.copyOfRange(values, start, end), end - start);
    }

    /** The cells whose day and column a condition accepts. */
    public LedgerCells filter(CellCondition condition) {
        var kept = new Builder(size);
        for (int i = 0; i < size; i++) {
            if (condition.accepts(day(i), column(i))) {
                kept.add(keys[i], values[i]);
            }
        }
        return kept.size == size ? this : kept.build();
    }

    /** A condition on the position of a cell. */
    @FunctionalInterface
    public interface CellCondition {
        /** Whether a cell of this day and column is accepted. */
        boolean accepts(int day, int column);
    }

    /** The cells of one day. */
    public LedgerCells ofDay(int day) {
        return ofDays(day, day);
    }

    /** The cells of all days on which the other vector has a cell. */
    public LedgerCells ofDaysIn(LedgerCells other) {
        if (other.size == 0) {
            return EMPTY;
        }
        var kept = new Builder(size);
        int j = 0;
        for (int i = 0; i < size; i++) {
            while (j < other.size && other.day(j) < day(i)) {
                j++;
            }
            if (j < other.size && other.day(j) == day(i)) {
                kept.add(keys[i], values[i]);
            }
        }
        return kept.build();
    }

    /** The epoch days that have cells, ascending. */
    public int[] days() {
        var days = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (count == 0 || days[count - 1] != day(i)) {
                days[count++] = day(i);
            }
        }
        return Arrays.copyOf(days, count);
    }

    private LedgerCells merge(LedgerCells other, int sign) {
        if (other.size == 0) {
            return this;
        }
        if (other == this && sign < 0) {
            return EMPTY;
        }
        var sum = new Builder(size + other.size);
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            var key = i < size ? keys[i] : Long.MAX_VALUE;
            var otherKey = j < other.size ? other.keys[j] : Long.MAX_VALUE;
            var value = key <= otherKey ? values[i++] : 0;
            value += otherKey <= key ? sign * other.values[j++] : 0;
            sum.add(Math.min(key, otherKey), value);
        }
        return sum.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerCells that
                && Arrays.equals(keys, 0, size, that.keys, 0, that.size)
                && Arrays.equals(values, 0, size, that.values, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + Long.hashCode(keys[i])) + Long.hashCode(values[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ").append(day(i)).append('/').append(column(i));
            text.append('=').append(values[i]);
        }
        return text.append('}').toString();
    }

    /** Builds a vector from cells in ascending order of day and column; drops zeros. */
    public static final class Builder {

        private final long[] keys;
        private final long[] values;
        private int size;

        /** Creates a builder for at most {@code capacity} cells that are not 0. */
        public Builder(int capacity) {
            keys = new long[capacity];
            values = new long[capacity];
        }

        /** Adds the next cell. */
        public void add(int day, int column, long value) {
            add((long) day << COLUMN_BITS | column, value);
        }

        void add(long key, long value) {
            if (value != 0) {
                keys[size] = key;
                values[size++] = value;
            }
        }

        /** The cells added so far. */
        public LedgerCells build() {
            return size == 0 ? EMPTY : new LedgerCells(keys, values, size);
        }
    }
}
