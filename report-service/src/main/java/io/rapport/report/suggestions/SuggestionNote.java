package io.rapport.report.suggestions;

import static io.rapport.report.page.ReportMessages.text;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The notes of pages about a suggestion that was just changed. */
public enum SuggestionNote {
    /** A suggestion was dismissed. */
    DISMISSED,
    /** A dismissal was undone. */
    UNDONE;

    String value() {
        return "suggestion-" + name().toLowerCase(Locale.ENGLISH);
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
