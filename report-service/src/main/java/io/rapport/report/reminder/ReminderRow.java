package io.rapport.report.reminder;

import io.rapport.report.domain.reminder.ReminderService.DueReminder;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.ReportMessages;
import io.rapport.web.pages.PageText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A reminder on a page.
 *
 * @param path of the person's page
 * @param when the day, and how far away it is
 * @param due whether the day has come
 * @param set who set it
 * @param closePath the forms that close it are sent below this path; null if the caller may not
 * @param back the page to return to; empty for the person's page
 */
public record ReminderRow(
        String name,
        String path,
        String when,
        boolean due,
        @Nullable String text,
        String set,
        @Nullable String closePath,
        String back) {

    static ReminderRow of(
            DueReminder from, String name, LocalDate today, String brandPath, boolean mayClose, String back) {
        var reminder = from.reminder();
        var path = brandPath + "/people/" + from.person();
        return new ReminderRow(
                PageText.line(name),
                path,
                when(reminder.due(), today),
                !reminder.due().isAfter(today),
                reminder.text(),
                ReportMessages.text("reminder.set-by", PageText.line(reminder.by())),
                mayClose ? path + "/reminders/" + reminder.id() : null,
                back);
    }

    private static String when(LocalDate due, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) {
            return ReportMessages.text("reminder.due-today");
        }
        return days < 0
                ? ReportMessages.text("reminder.due-since", PageFormat.day(due), PageFormat.counted(-days, "day"))
                : ReportMessages.text("reminder.due-on", PageFormat.day(due), PageFormat.counted(days, "day"));
    }
}
