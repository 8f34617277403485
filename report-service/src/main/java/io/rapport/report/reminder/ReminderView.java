package io.rapport.report.reminder;

import io.rapport.contracts.reminder.ReminderClosing;
import io.rapport.report.domain.reminder.ReminderService.DueReminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder about a person.
 *
 * @param person after a merge the survivor
 * @param due the day of the reminder
 * @param text what to do; null if it was left out
 * @param by who set it
 * @param at when it was set
 * @param closed how it was closed; null while it is open
 */
record ReminderView(
        UUID id,
        UUID person,
        String name,
        LocalDate due,
        @Nullable String text,
        String by,
        Instant at,
        @Nullable ReminderClosing closed) {

    static ReminderView of(DueReminder from, String name) {
        var reminder = from.reminder();
        return new ReminderView(
                reminder.id(),
                from.person(),
                name,
                reminder.due(),
                reminder.text(),
                reminder.by(),
                reminder.at(),
                reminder.closed());
    }
}
