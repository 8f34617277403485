package io.rapport.report.suggestions;

import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of suggestions in paths: {@code thank}, {@code introduce}, {@code drifting} and {@code came-back}. */
final class SuggestionPath {

    private SuggestionPath() {}

    /** The path of the form that dismisses a suggestion. */
    static String dismiss(String brandPath, SuggestionKind kind, UUID person) {
        return brandPath + "/suggestions/" + value(kind) + "/" + person + "/dismiss";
    }

    static String value(SuggestionKind kind) {
        return kind.name().toLowerCase(Locale.ENGLISH).replace('_', '-');
    }

    /** The kind of a path; fails with a problem for an unknown one. */
    static SuggestionKind parse(String value) {
        return kinds().filter(kind -> value(kind).equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "kind",
                                "kind is one of "
                                        + kinds().map(SuggestionPath::value).collect(Collectors.joining(", ")) + ".")
                        .asException());
    }

    private static Stream<SuggestionKind> kinds() {
        return Arrays.stream(SuggestionKind.values()).filter(kind -> kind != SuggestionKind.UNKNOWN);
    }
}
