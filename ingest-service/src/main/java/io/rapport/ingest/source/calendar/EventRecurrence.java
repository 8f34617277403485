package io.rapport.ingest.source.calendar;

import biweekly.component.VEvent;
import biweekly.util.Frequency;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/** Expands the recurrence of an event, within limits, because it may have no end. */
final class EventRecurrence {

    private static final int MAX_STEPS = 20_000;
    private static final int MAX_OCCURRENCES = 500;
    private static final Set<Frequency> TOO_FREQUENT = Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    private EventRecurrence() {}

    static boolean recurs(VEvent event) {
        return event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty();
    }

    /** Whether an event recurs more often than daily: no meeting does. */
    static boolean isTooFrequent(VEvent event) {
        var rule = event.getRecurrenceRule();
        return rule != null
                && rule.getValue() != null
                && rule.getValue().getFrequency() != null
                && TOO_FREQUENT.contains(rule.getValue().getFrequency());
    }

    /**
     * The latest 500 occurrences that have begun.
     *
     * @param moved the starts of the occurrences that are events of their own
     */
    static List<CalendarOccurrence> begun(VEvent event, TimeZone zone, Set<Instant> moved, Instant at) {
        var found = new ArrayDeque<CalendarOccurrence>();
        var starts = event.getDateIterator(zone);
        for (var step = 0; step < MAX_STEPS && starts.hasNext(); step++) {
            var start = starts.next().toInstant();
            if (start.isAfter(at)) {
                break;
            }
            if (!moved.contains(start)) {
                found.add(new CalendarOccurrence(start.toString(), start));
                if (found.size() > MAX_OCCURRENCES) {
                    found.remove();
                }
            }
        }
        return List.copyOf(found);
    }
}
