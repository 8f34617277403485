package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of the engagements of a brand by day.
 *
 * @param days by epoch day
 */
public record BrandActivity(SortedMap<Integer, DayActivity> days) {

    /** No engagements. */
    public static final BrandActivity EMPTY = new BrandActivity(new TreeMap<>());

    /** Returns an engagement that moves the day of the brand. */
    public static BrandActivity of(int day, EngagementOutcome outcome, HandleTrace handle) {
        return of(day, new DayActivity(OutcomeCounts.EMPTY.plus(outcome, 1), List.of(handle)));
    }

    /** Returns a duplicate or rejected engagement, which does not move the day of the brand. */
    public static BrandActivity ofRepeated(int day, EngagementOutcome outcome) {
        return of(day, new DayActivity(OutcomeCounts.EMPTY.plus(outcome, 1), List.of()));
    }

    /** Returns the change of engagements that move from one outcome to another. */
    static BrandActivity ofMove(EngagementOutcome from, EngagementOutcome to, SortedMap<Integer, Long> counts) {
        var days = new TreeMap<Integer, DayActivity>();
        counts.forEach((day, n) ->
                days.put(day, new DayActivity(OutcomeCounts.EMPTY.plus(from, -n).plus(to, n), List.of())));
        return new BrandActivity(days);
    }

    /** Returns what a form without activities stands for: engagements up to a day, of more than one handle. */
    static BrandActivity ofLastDay(int day) {
        return day == EpochDays.NONE
                ? EMPTY
                : of(day, new DayActivity(OutcomeCounts.EMPTY, List.of(new HandleTrace(0, 0), new HandleTrace(1, 0))));
    }

    private static BrandActivity of(int day, DayActivity activity) {
        var days = new TreeMap<Integer, DayActivity>();
        days.put(day, activity);
        return new BrandActivity(days);
    }

    BrandActivity plus(BrandActivity other) {
        var sum = new TreeMap<>(days);
        other.days.forEach((day, activity) -> sum.merge(day, activity, DayActivity::plus));
        return new BrandActivity(sum);
    }

    /** Returns the latest day on which an engagement moves the day of the brand; {@link EpochDays#NONE} for none. */
    int lastDay() {
        return days.entrySet().stream()
                .filter(day -> !day.getValue().handles().isEmpty())
                .mapToInt(day -> day.getKey())
                .max()
                .orElse(EpochDays.NONE);
    }

    void write(BinaryWriter out) {
        out.number(days.size());
        days.forEach((day, activity) -> activity.write(out.number(day.intValue())));
    }

    static BrandActivity read(BinaryReader in) {
        var days = new TreeMap<Integer, DayActivity>();
        for (var left = in.int32(); left > 0; left--) {
            days.put(in.int32(), DayActivity.read(in));
        }
        return new BrandActivity(days);
    }
}
