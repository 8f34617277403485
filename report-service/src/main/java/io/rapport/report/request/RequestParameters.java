package io.rapport.report.request;

import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses query parameters; an invalid value fails with a problem that names the valid ones. */
public final class RequestParameters {

    /** Years of four digits: calculations with days of the year 999999999 overflow. */
    private static final int DAY_LENGTH = 10;

    private static final String UNKNOWN = "UNKNOWN";

    private RequestParameters() {}

    public static <E extends Enum<E>> @Nullable E parseEnum(Class<E> type, String parameter, @Nullable String text) {
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

    public static <E extends Enum<E>> Set<E> parseEnums(Class<E> type, String parameter, @Nullable String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(word -> parseEnum(type, parameter, word))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    public static @Nullable Boolean parseBoolean(String parameter, @Nullable String text) {
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

    /** A day; null without one. */
    public static @Nullable LocalDate parseDay(String parameter, @Nullable String text) {
        return text == null || text.isBlank() ? null : requireDay(parameter, text);
    }

    /** A day; a blank text is not valid. */
    static LocalDate requireDay(String parameter, String text) {
        try {
            if (text.length() == DAY_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Not a day: refused below.
        }
        throw Problem.invalid(parameter, parameter + " must be a day in the form yyyy-MM-dd.")
                .asException();
    }

    public static PeopleSorting parseSorting(String text) {
        return PeopleSorting.parse(text)
                .orElseThrow(() -> Problem.invalid(
                                "sort",
                                "sort is one of " + PeopleOrder.choices() + ", with - before it for largest first.")
                        .asException());
    }

    public static int parseWindow(String text) {
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
