package io.rapport.report.actions;

import static io.rapport.report.page.ReportMessages.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff can do for several selected people at once. */
public enum SelectionAction {
    /** Thank each of them. */
    THANKS(StaffAction.THANKS),
    /** Log a note that was written to each of them. */
    NOTE(StaffAction.NOTE),
    /** Set a reminder about each of them. */
    REMIND(null);

    private final @Nullable StaffAction recorded;

    SelectionAction(@Nullable StaffAction recorded) {
        this.recorded = recorded;
    }

    /** The words of the choice. */
    public String label() {
        return recorded == null ? text("remind.button") : recorded.label();
    }

    /** The value in forms and links. */
    public String value() {
        return name().toLowerCase(Locale.ENGLISH);
    }

    String word() {
        return recorded == null ? text("action.word.reminder") : recorded.word();
    }

    /** The action that is recorded at the ingest service; null for a reminder. */
    @Nullable
    StaffAction recorded() {
        return recorded;
    }
}
