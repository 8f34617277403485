package io.rapport.report.reminder;

import io.rapport.report.page.FormFields;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reminder to set.
 *
 * @param due yyyy-MM-dd, today or within the next five years
 * @param text what to do, at most 500 characters; may be left out
 */
public record ReminderRequest(
        @Nullable String due, @Nullable String text) {

    private static final int MAX_TEXT = 500;
    private static final int MAX_YEARS = 5;

    LocalDate dueDay(LocalDate today) {
        var day = RequestParameters.parseDay("due", due);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(MAX_YEARS))) {
            throw Problem.invalid(
                            "due",
                            "due is a day in the form yyyy-MM-dd, from today, " + today + ", to " + MAX_YEARS
                                    + " years ahead.")
                    .asException();
        }
        return day;
    }

    @Nullable
    String textOrNull() {
        return FormFields.text(text, MAX_TEXT);
    }
}
