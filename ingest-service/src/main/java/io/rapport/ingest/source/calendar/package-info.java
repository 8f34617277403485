/** Calendars: meetings and events of iCalendar files, with the people who attend them. */
@NullMarked
package io.rapport.ingest.source.calendar;

import org.jspecify.annotations.NullMarked;
