package io.rapport.report.actions;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff can record on a page, as an outbound engagement. */
public enum StaffAction {
    /** A thank-you. */
    THANKS("Thank", "thank-you", EngagementKind.THANKS, false),
    /** A telephone call. */
    CALL("Log a call", "call", EngagementKind.CALL, true),
    /** A meeting. */
    MEETING("Log a meeting", "meeting", EngagementKind.MEETING, true),
    /** A note that was written to the person. */
    NOTE("Log a note to them", "note", EngagementKind.MESSAGE, false);

    private final String label;
    private final String word;
    private final EngagementKind kind;
    private final boolean timed;

    StaffAction(String label, String word, EngagementKind kind, boolean timed) {
        this.label = label;
        this.word = word;
        this.kind = kind;
        this.timed = timed;
    }

    /** The words of the choice. */
    public String label() {
        return label;
    }

    /** What was recorded, as a noun. */
    public String word() {
        return word;
    }

    /** The value in forms and links. */
    public String value() {
        return name().toLowerCase(Locale.ENGLISH);
    }

    /** The action with this value; null for none. */
    public static @Nullable StaffAction find(@Nullable String value) {
        return Arrays.stream(values())
                .filter(each -> each.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    EngagementKind kind() {
        return kind;
    }

    /** Whether its effort depends on its length in minutes. */
    boolean isTimed() {
        return timed;
    }
}
