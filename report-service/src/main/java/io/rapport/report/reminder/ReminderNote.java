package io.rapport.report.reminder;

import static io.rapport.report.page.ReportMessages.text;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The notes of pages about a reminder that was just changed. */
public enum ReminderNote {
    /** A reminder was set. */
    SET,
    /** A reminder was closed. */
    CLOSED;

    /** The value in links. */
    public String value() {
        return "reminder-" + name().toLowerCase(Locale.ENGLISH);
    }

    /** The note with this value; null for none. */
    public static @Nullable String of(@Nullable String value) {
        return Arrays.stream(values())
                .filter(each -> each.value().equals(value))
                .map(each -> text("done." + each.value()))
                .findFirst()
                .orElse(null);
    }
}
