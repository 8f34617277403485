package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.domain.ledger.EngagementColumns;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers of engagements by epoch day; a number may be negative in a difference.
 *
 * @param days without zeros
 */
record DayCounts(SortedMap<Integer, Long> days) {

    static final DayCounts EMPTY = new DayCounts(new TreeMap<>());

    /** Returns one engagement. */
    static DayCounts of(int day) {
        var days = new TreeMap<Integer, Long>();
        days.put(day, 1L);
        return new DayCounts(days);
    }

    /** Returns the engagements that a ledger counts. */
    static DayCounts of(EngagementLedger ledger) {
        var days = new TreeMap<Integer, Long>();
        var cells = ledger.cells();
        for (var i = 0; i < cells.size(); i++) {
            if (cells.column(i) < EngagementColumns.MINUTES) {
                add(days, cells.day(i), cells.value(i));
            }
        }
        return new DayCounts(days);
    }

    DayCounts plus(DayCounts other) {
        var sum = new TreeMap<>(days);
        other.days.forEach((day, n) -> add(sum, day, n));
        return new DayCounts(sum);
    }

    DayCounts minus(DayCounts other) {
        var difference = new TreeMap<>(days);
        other.days.forEach((day, n) -> add(difference, day, -n));
        return new DayCounts(difference);
    }

    void write(BinaryWriter out) {
        out.number(days.size());
        days.forEach((day, n) -> out.number(day.intValue()).number(n.longValue()));
    }

    static DayCounts read(BinaryReader in) {
        var days = new TreeMap<Integer, Long>();
        for (var left = in.int32(); left > 0; left--) {
            days.put(in.int32(), in.int64());
        }
        return new DayCounts(days);
    }

    private static void add(SortedMap<Integer, Long> days, int day, long n) {
        days.merge(day, n, (one, other) -> one + other == 0 ? null : Long.valueOf(one + other));
    }
}
