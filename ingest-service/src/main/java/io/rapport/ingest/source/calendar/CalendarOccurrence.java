package io.rapport.ingest.source.calendar;

import java.time.Instant;

/**
 * One occurrence of an event.
 *
 * @param key distinguishes the occurrences of an event, also after one was moved; empty for an event that does not recur
 */
record CalendarOccurrence(String key, Instant start) {}
