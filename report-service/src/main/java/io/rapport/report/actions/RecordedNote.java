package io.rapport.report.actions;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.page.PageFormat;
import io.rapport.report.reminder.ReminderNote;
import io.rapport.report.suggestions.SuggestionNote;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The note of a page about what was just recorded. */
public final class RecordedNote {

    private static final Pattern SELECTION = Pattern.compile("([a-z]{1,20})\\.(\\d{1,4})\\.(\\d{1,4})");

    private RecordedNote() {}

    /** The note with this value of the parameter {@code done}; null for none. */
    public static @Nullable String of(@Nullable String done) {
        if (done == null) {
            return null;
        }
        var selection = SELECTION.matcher(done);
        if (selection.matches()) {
            return ofSelection(
                    selection.group(1), Integer.parseInt(selection.group(2)), Integer.parseInt(selection.group(3)));
        }
        var action = StaffAction.find(done);
        if (action != null) {
            return text("recorded", action.word()) + follows();
        }
        var reminder = ReminderNote.of(done);
        return reminder == null ? SuggestionNote.of(done) : reminder;
    }

    /** The value for a selection of people. */
    static String value(SelectionAction action, int recorded, int left) {
        return action.value() + "." + recorded + "." + left;
    }

    private static @Nullable String ofSelection(String value, int recorded, int left) {
        return Arrays.stream(SelectionAction.values())
                .filter(each -> each.value().equals(value))
                .map(action -> recorded(action, recorded) + left(action, left))
                .findFirst()
                .orElse(null);
    }

    private static String recorded(SelectionAction action, int count) {
        return text("recorded.for", action.word(), PageFormat.counted(count, "person"))
                + (action.recorded() == null ? "" : follows());
    }

    private static String left(SelectionAction action, int count) {
        return count == 0
                ? ""
                : " " + text(action.recorded() == null ? "recorded.left.reminders" : "recorded.left.accounts", count);
    }

    private static String follows() {
        return " " + text("recorded.follows");
    }
}
