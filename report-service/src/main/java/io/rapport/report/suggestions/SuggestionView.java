package io.rapport.report.suggestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.suggestion.SuggestionUndoing;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion that was dismissed.
 *
 * @param person after a merge the survivor
 * @param name null if no name is known
 * @param kind {@code thank}, {@code introduce}, {@code drifting} or {@code came-back}
 * @param by who dismissed it
 * @param until when it is suggested again
 * @param undone how it was undone; null if it was not
 * @param link the person's page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SuggestionView(
        UUID person,
        @Nullable String name,
        String kind,
        @Nullable String reason,
        String by,
        Instant at,
        Instant until,
        @Nullable SuggestionUndoing undone,
        String link) {

    static SuggestionView of(DismissedSuggestion from, @Nullable String name, String brandPath) {
        var dismissal = from.dismissal();
        return new SuggestionView(
                from.person(),
                name,
                SuggestionPath.value(dismissal.kind()),
                dismissal.reason(),
                dismissal.by(),
                dismissal.at(),
                dismissal.until(),
                dismissal.undone(),
                brandPath + "/people/" + from.person());
    }
}
