package io.rapport.report.suggestions;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.suggestion.SuggestionDismissal;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.suggestion.SuggestionService;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.web.auth.Caller;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The suggestions of a brand that lists leave out. */
public final class HiddenSuggestions {

    private final SuggestionService suggestions;
    private final BrandKey brand;
    private final Map<SuggestionKind, Map<UUID, SuggestionDismissal>> byKind = new EnumMap<>(SuggestionKind.class);

    HiddenSuggestions(SuggestionService suggestions, BrandKey brand, List<DismissedSuggestion> open) {
        this.suggestions = suggestions;
        this.brand = brand;
        open.forEach(each -> byKind.computeIfAbsent(each.dismissal().kind(), kind -> new HashMap<>())
                .put(each.person(), each.dismissal()));
    }

    /** The number of dismissed suggestions of all kinds. */
    public int count() {
        return byKind.values().stream().mapToInt(Map::size).sum();
    }

    /** The number of dismissed suggestions of a kind: so many more people are read to fill a list. */
    public int count(SuggestionKind kind) {
        return ofKind(kind).size();
    }

    /** Whether a suggestion is dismissed; one that has new evidence is not. */
    public boolean contains(SuggestionKind kind, KnownPerson person) {
        var dismissal = ofKind(kind).get(person.person());
        return dismissal != null && !suggestions.isOutdated(brand, person, dismissal);
    }

    /** The path of the form that dismisses a suggestion of a day; null if the caller may not, and on an earlier day. */
    public static @Nullable String formPath(
            String brandPath, SuggestionKind kind, UUID person, AsOfDay asOf, Caller caller) {
        return asOf.current() && caller.hasScope(Scope.INGEST) ? SuggestionPath.dismiss(brandPath, kind, person) : null;
    }

    private Map<UUID, SuggestionDismissal> ofKind(SuggestionKind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
