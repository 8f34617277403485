package io.rapport.scoring.domain.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The current day of a brand with an event clock: the latest day with an engagement that is not far ahead of all others. From
 * each day the next one is reached if it is at most {@link #MAX_STEP} days later, or if at least two handles have
 * engagements after that. The result depends on the engagements only, not on their order of arrival.
 */
public final class EventDay {

    /** The largest number of days by which the engagements of a single handle move the day ahead. */
    public static final int MAX_STEP = 35;

    /** Before every day. */
    public static final int NONE = Integer.MIN_VALUE;

    private EventDay() {}

    /**
     * A day with engagements.
     *
     * @param day epoch day
     * @param handles short hashes of handles with an engagement on the day: all of them, or two
     */
    public record ActiveDay(int day, List<Integer> handles) {}

    /**
     * Computes the day. Reads active days until a second handle is found, in most brands one or two.
     *
     * @param base epoch day that an administrator set; {@link #NONE} to begin on the first day with an engagement
     * @param latestFirst active days after the base, in descending order
     * @return epoch day; the base without active days
     */
    public static int of(int base, Iterator<ActiveDay> latestFirst) {
        var start = base;
        var single = new ArrayList<ActiveDay>();
        while (latestFirst.hasNext()) {
            var active = latestFirst.next();
            var isSingle = active.handles.size() == 1
                    && (single.isEmpty() || single.get(0).handles.equals(active.handles));
            if (!isSingle) {
                // Two handles have engagements on this day or later: it is reached.
                start = active.day;
                break;
            }
            single.add(active);
        }
        Collections.reverse(single);
        return single.isEmpty() ? start : walk(start == NONE ? single.get(0).day : start, single);
    }

    private static int walk(int start, List<ActiveDay> ascending) {
        var day = start;
        for (var active : ascending) {
            if (active.day - day > MAX_STEP) {
                return day;
            }
            day = active.day;
        }
        return day;
    }
}
