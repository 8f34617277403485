package io.rapport.report.suggestions;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A dismissed suggestion on the page.
 *
 * @param path of the person's page
 * @param what the kind of suggestion
 * @param set who dismissed it, when and until when, as a sentence
 * @param undoPath of the form that undoes it; null if the caller may not
 */
record SuggestionRow(
        String name,
        String path,
        String what,
        @Nullable String reason,
        String set,
        @Nullable String undoPath) {

    static SuggestionRow of(DismissedSuggestion from, String name, String brandPath, ZoneId zone, boolean mayChange) {
        var dismissal = from.dismissal();
        var undoPath = SuggestionPath.dismiss(brandPath, dismissal.kind(), from.person())
                .replaceAll("/dismiss$", "/undo");
        return new SuggestionRow(
                PageText.line(name),
                brandPath + "/people/" + from.person(),
                text("suggestion." + dismissal.kind().name()),
                dismissal.reason(),
                text(
                        "suggestions.set",
                        PageText.line(dismissal.by()),
                        PageFormat.day(LocalDate.ofInstant(dismissal.at(), zone)),
                        PageFormat.day(LocalDate.ofInstant(dismissal.until(), zone))),
                mayChange ? undoPath : null);
    }
}
