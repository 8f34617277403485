package io.rapport.ingest.domain.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses birth dates in the formats that occur in client lists. */
public final class BirthDateParser {

    private static final int EARLIEST = 1850;
    private static final int CENTURY = 100;
    private static final int LETTERS = 3;
    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}.*)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})\\.?" + TIME);
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})[^\\d\\p{L}]{1,3}(\\p{L}{3,})\\.?[^\\d\\p{L}]{1,2}(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2})\\D{1,4}(\\d{4})");
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        for (var language : List.of("en", "no", "da", "sv", "de")) {
            for (var month : Month.values()) {
                MONTHS.put(
                        prefix(month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language))),
                        month.getValue());
            }
        }
    }

    private BirthDateParser() {}

    /**
     * Parses a birth date.
     *
     * @param monthFirst whether {@code 3/4/1971} means March 4
     * @param today the latest possible date; two-digit years resolve to the 100 years before it
     * @return empty if the text is not a date between 1850 and today
     */
    public static Optional<LocalDate> parse(String text, boolean monthFirst, LocalDate today) {
        return parseAnyFormat(text.strip(), monthFirst, today)
                .filter(date -> date.getYear() >= EARLIEST && !date.isAfter(today));
    }

    /** Whether the text is a date in either day and month order. */
    public static boolean isDate(String text) {
        var latest = LocalDate.of(9999, 1, 1);
        return parseAnyFormat(text.strip(), false, latest)
                .or(() -> parseAnyFormat(text.strip(), true, latest))
                .isPresent();
    }

    private static Optional<LocalDate> parseAnyFormat(String text, boolean monthFirst, LocalDate today) {
        var iso = matching(YEAR_FIRST, text).or(() -> matching(BASIC, text));
        if (iso.isPresent()) {
            return iso.flatMap(found -> date(number(found, 1), number(found, 2), number(found, 3)));
        }
        var last = matching(YEAR_LAST, text);
        if (last.isPresent()) {
            var month = monthFirst ? 1 : 2;
            return last.flatMap(
                    found -> date(year(found.group(3), today), number(found, month), number(found, 3 - month)));
        }
        return matching(DAY_MONTH, text)
                .flatMap(found -> date(year(found.group(3), today), month(found.group(2)), number(found, 1)))
                .or(() -> matching(MONTH_DAY, text)
                        .flatMap(found -> date(year(found.group(3), today), month(found.group(1)), number(found, 2))));
    }

    private static Optional<Matcher> matching(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int year(String digits, LocalDate today) {
        var year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        var thisCentury = today.getYear() - today.getYear() % CENTURY + year;
        return thisCentury > today.getYear() ? thisCentury - CENTURY : thisCentury;
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(prefix(name), 0);
    }

    private static String prefix(String month) {
        var folded = BundledWordList.fold(month);
        return folded.substring(0, Math.min(LETTERS, folded.length()));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
