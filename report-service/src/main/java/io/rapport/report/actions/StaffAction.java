package io.rapport.report.actions;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff can record on a page, as an outbound engagement. */
public enum StaffAction {
    /** A thank-you. */
    THANKS(EngagementKind.THANKS, false),
    /** A telephone call. */
    CALL(EngagementKind.CALL, true),
    /** A meeting. */
    MEETING(EngagementKind.MEETING, true),
    /** A note that was written to the person. */
    NOTE(EngagementKind.MESSAGE, false);

    private final EngagementKind kind;
    private final boolean timed;

    StaffAction(EngagementKind kind, boolean timed) {
        this.kind = kind;
        this.timed = timed;
    }

    /** The words of the choice. */
    public String label() {
        return text("action." + value());
    }

    /** What was recorded, as a noun. */
    public String word() {
        return text("action.word." + value());
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
