package io.rapport.report.reminder;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The notes of pages about a reminder that was just changed. */
public enum ReminderNote {
    /** A reminder was set. */
    SET("Reminder set."),
    /** A reminder was closed. */
    CLOSED("Reminder closed.");

    private final String sentence;

    ReminderNote(String sentence) {
        this.sentence = sentence;
    }

    /** The value in links. */
    public String value() {
        return "reminder-" + name().toLowerCase(Locale.ENGLISH);
    }

    /** The note with this value; null for none. */
    public static @Nullable String of(@Nullable String value) {
        return Arrays.stream(values())
                .filter(each -> each.value().equals(value))
                .map(each -> each.sentence)
                .findFirst()
                .orElse(null);
    }
}
