package io.rapport.report.suggestions;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.contracts.suggestion.SuggestionUndoing;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.suggestion.SuggestionService;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.report.domain.suggestion.SuggestionService.SavedSuggestion;
import io.rapport.report.domain.suggestion.SuggestionService.SuggestionCommand;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Validates dismissals of suggestions from the API and from the forms of pages, and finds those that hold. */
public final class SuggestionHandler {

    private final SuggestionService suggestions;
    private final Clock clock;

    /** A handler with the clock that dates decisions. */
    public SuggestionHandler(SuggestionService suggestions, Clock clock) {
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** What the lists of a day leave out: nothing on an earlier day, since dismissals are of today. */
    public HiddenSuggestions findHidden(BrandKey brand, AsOfDay asOf) {
        return new HiddenSuggestions(suggestions, brand, asOf.current() ? find(brand) : List.of());
    }

    /** The dismissals that hold now, newest first. */
    List<DismissedSuggestion> find(BrandKey brand) {
        return suggestions.findOpen(brand, now());
    }

    SavedSuggestion dismiss(BrandKey brand, String kind, UUID person, SuggestionRequest request, Caller caller) {
        var command = new SuggestionCommand(parse(kind), request.reasonOrNull(), caller.name(), now());
        return DecisionProblems.orProblem(() -> suggestions.dismiss(brand, person, command));
    }

    SavedSuggestion undo(BrandKey brand, String kind, UUID person, Caller caller) {
        var undoing = new SuggestionUndoing(caller.name(), now());
        return DecisionProblems.orProblem(() -> suggestions.undo(brand, person, parse(kind), undoing));
    }

    private static SuggestionKind parse(String kind) {
        return SuggestionPath.parse(kind);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
