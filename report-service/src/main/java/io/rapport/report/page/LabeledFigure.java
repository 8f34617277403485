package io.rapport.report.page;

import org.jspecify.annotations.Nullable;

/**
 * A figure on a page with its label and a short explanation.
 *
 * @param link path of the list of the people behind it; null where there is none
 */
public record LabeledFigure(
        String label,
        String value,
        String meaning,
        @Nullable String link) {

    /** A figure without a list of people. */
    public LabeledFigure(String label, String value, String meaning) {
        this(label, value, meaning, null);
    }
}
