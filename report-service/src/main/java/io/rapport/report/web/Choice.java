package io.rapport.report.web;

import io.rapport.report.domain.BrandReport;
import io.rapport.report.domain.PeopleOrder;
import io.rapport.report.domain.Sorting;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are one of a few words; whoever writes another is told which there are. */
final class Choice {

    private static final String UNKNOWN = "UNKNOWN";

    private Choice() {}

    static <E extends Enum<E>> @Nullable E one(Class<E> type, String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(word) && !word.equals(UNKNOWN))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(parameter, parameter + " is one of " + words(type) + ".")
                        .asException());
    }

    static <E extends Enum<E>> Set<E> some(Class<E> type, String parameter, @Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(word -> one(type, parameter, word))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    static @Nullable Boolean flag(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.invalid(parameter, parameter + " is true or false.")
                        .asException();
        };
    }

    static Sorting sorting(String text) {
        return Sorting.of(text)
                .orElseThrow(() -> Problem.invalid(
                                "sort",
                                "sort is one of " + PeopleOrder.choices() + ", with - before it for largest first.")
                        .asException());
    }

    static int window(String text) {
        return BrandReport.WINDOWS.stream()
                .filter(window -> window.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("window", "window is 7, 30 or 90 days.").asException());
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(UNKNOWN))
                .collect(Collectors.joining(", "));
    }
}
