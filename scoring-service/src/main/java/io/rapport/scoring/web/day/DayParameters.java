package io.rapport.scoring.web.day;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.day.BrandDayFigures;
import io.rapport.scoring.domain.day.PersonDayFilter;
import io.rapport.scoring.domain.day.PersonDayOrder;
import io.rapport.scoring.domain.ledger.RollingWindows;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses query parameters; an invalid value is answered with 400 and the values that are allowed. */
final class DayParameters {

    /** Largest number of days in one request. */
    static final int MAX_DAYS = 400;

    /** Years of four digits: calculations with days of the year 999999999 overflow. */
    private static final int DAY_LENGTH = 10;

    private static final Map<String, PersonDayOrder.Figure> FIGURES = Stream.of(PersonDayOrder.Figure.values())
            .collect(Collectors.toMap(DayParameters::camelCase, figure -> figure));

    private DayParameters() {}

    static SortedSet<LocalDate> days(String text) {
        var days = new TreeSet<LocalDate>();
        for (var day : text.split(",", -1)) {
            days.add(day("days", day));
        }
        if (days.size() > MAX_DAYS) {
            throw invalid("days", "has at most " + MAX_DAYS + " days; this list has " + days.size());
        }
        return days;
    }

    static LocalDate day(String name, String text) {
        try {
            if (text.length() == DAY_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Not a day: refused below.
        }
        throw invalid(name, "is a day such as 2026-10-31");
    }

    static @Nullable LocalDate optionalDay(String name, @Nullable String text) {
        return text == null ? null : day(name, text);
    }

    static @Nullable String optionalChannel(@Nullable String text) {
        if (text == null || NameRules.isToken(text)) {
            return text;
        }
        throw invalid("channel", "is one word in lower case, such as x or mastodon");
    }

    static int window(@Nullable Integer days) {
        var window = days == null ? RollingWindows.days(1) : days;
        try {
            RollingWindows.indexOf(window);
        } catch (IllegalArgumentException e) {
            throw invalid("window", "is 7, 30 or 90");
        }
        return window;
    }

    static Set<BrandDayFigures.Part> parts(@Nullable String text) {
        var parts = EnumSet.allOf(BrandDayFigures.Part.class);
        return text == null ? parts : values("parts", text, BrandDayFigures.Part.class, parts);
    }

    static @Nullable Boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw invalid(name, "is true or false");
    }

    static Set<Stage> stages(@Nullable String text) {
        var stages = EnumSet.complementOf(EnumSet.of(Stage.UNKNOWN));
        return text == null ? Set.of() : values("stage", text, Stage.class, stages);
    }

    static @Nullable WarmthClass warmth(@Nullable String text) {
        return text == null
                ? null
                : value("warmth", text, WarmthClass.class, EnumSet.complementOf(EnumSet.of(WarmthClass.UNKNOWN)));
    }

    static PersonDayFilter.@Nullable Seen seen(@Nullable String text) {
        return text == null
                ? null
                : value("seen", text, PersonDayFilter.Seen.class, EnumSet.allOf(PersonDayFilter.Seen.class));
    }

    static PersonDayOrder order(@Nullable String sort) {
        var text = sort == null ? "-strength" : sort;
        var descending = text.startsWith("-");
        var figure = FIGURES.get(descending ? text.substring(1) : text);
        if (figure == null) {
            throw invalid(
                    "sort",
                    "is one of " + FIGURES.keySet().stream().sorted().collect(Collectors.joining(", "))
                            + ", with a - before it for the largest first");
        }
        return new PersonDayOrder(figure, descending);
    }

    static PersonDayOrder.@Nullable Position position(PageRequest page, PersonDayOrder order) {
        var after = page.after();
        if (after == null) {
            return null;
        }
        return new PersonDayOrder.Position(after.number(name(order), 0), person("cursor", after.text(name(order), 1)));
    }

    static @Nullable String cursor(PersonDayOrder order, PersonDayOrder.@Nullable Position next) {
        return next == null
                ? null
                : Cursor.of(name(order), next.value(), next.person()).encoded();
    }

    static UUID person(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is the id of a person, a UUID");
        }
    }

    private static String name(PersonDayOrder order) {
        return (order.descending() ? "-" : "") + camelCase(order.figure());
    }

    private static <E extends Enum<E>> Set<E> values(String name, String text, Class<E> type, Set<E> allowed) {
        var values = EnumSet.noneOf(type);
        for (var value : text.split(",", -1)) {
            values.add(value(name, value, type, allowed));
        }
        return values;
    }

    private static <E extends Enum<E>> E value(String name, String text, Class<E> type, Set<E> allowed) {
        return allowed.stream()
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findAny()
                .orElseThrow(() -> invalid(
                        name, "is one of " + allowed.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static String camelCase(PersonDayOrder.Figure figure) {
        var words = figure.name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static ProblemException invalid(String name, String rule) {
        return Problem.invalid(name, name + " " + rule + ".").asException();
    }
}
