package io.rapport.report.actions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff can do for several selected people at once. */
public enum SelectionAction {
    /** Thank each of them. */
    THANKS(StaffAction.THANKS),
    /** Log a note that was written to each of them. */
    NOTE(StaffAction.NOTE),
    /** Set a reminder about each of them. */
    REMIND("Remind me", "reminder", null);

    private final String label;
    private final String word;
    private final @Nullable StaffAction recorded;

    SelectionAction(StaffAction recorded) {
        this(recorded.label(), recorded.word(), recorded);
    }

    SelectionAction(String label, String word, @Nullable StaffAction recorded) {
        this.label = label;
        this.word = word;
        this.recorded = recorded;
    }

    /** The words of the choice. */
    public String label() {
        return label;
    }

    /** The value in forms and links. */
    public String value() {
        return name().toLowerCase(Locale.ENGLISH);
    }

    String word() {
        return word;
    }

    /** The action that is recorded at the ingest service; null for a reminder. */
    @Nullable
    StaffAction recorded() {
        return recorded;
    }
}
