package io.rapport.ingest.domain.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the timestamps of exports that are not written as ISO 8601 or RFC 2822 define, mostly without an offset: dates with the year, day or month first or with the English name of
 * the month, and times of 24 or 12 hours. A date without a time is read as noon.
 */
public final class LocalTimestampParser {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern DAY_OF_WEEK =
            Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile(
            "(.+?)(?:(?:,? (?:at )?|T)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?"
                    + "(?: ?(UTC|GMT|Z|[+-]\\d{2}:?\\d{2}))?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DAY_DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})");
    private static final Pattern MONTH_NAME =
            Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern DAY_NAME =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int CENTURY = 2000;
    private static final int YEAR_DIGITS = 4;
    private static final int NOON = 12;

    private final ZoneId zone;
    private final @Nullable DateOrder order;

    /**
     * Creates a parser.
     *
     * @param zone the zone of the times
     * @param order the order of day and month; null when unknown, so that only dates that determine it are read
     */
    public LocalTimestampParser(ZoneId zone, @Nullable DateOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /**
     * A timestamp.
     *
     * @param hasTime whether the text has a time of day; without one it is noon
     * @param hasOffset whether the text has an offset, so that the zone does not matter
     */
    public record LocalTimestamp(Instant instant, boolean hasTime, boolean hasOffset) {}

    /** Parses a timestamp; empty when it has no known format. A time that a change of the clocks repeats is the earlier one. */
    public Optional<LocalTimestamp> parse(String written) {
        var text = DAY_OF_WEEK
                .matcher(BLANKS.matcher(written).replaceAll(" ").strip())
                .replaceFirst("");
        var parts = PARTS.matcher(text);
        try {
            return parts.matches() ? date(parts.group(1)).map(date -> at(date, parts)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalTimestamp at(LocalDate date, Matcher parts) {
        var hasTime = parts.group(2) != null;
        var time = hasTime ? time(parts) : LocalTime.of(NOON, 0);
        var offset = parts.group(7);
        return new LocalTimestamp(
                LocalDateTime.of(date, time)
                        .atZone(offset == null ? zone : offset(offset))
                        .toInstant(),
                hasTime,
                offset != null);
    }

    private static ZoneId offset(String written) {
        return Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static LocalTime time(Matcher parts) {
        var hour = Integer.parseInt(parts.group(2));
        var half = parts.group(6);
        if (half != null) {
            if (hour < 1 || hour > NOON) {
                throw new DateTimeException("An hour of 12 is 1 to 12");
            }
            hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
        }
        var second = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
        var fraction = parts.group(5) == null ? "" : parts.group(5);
        var nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(hour, Integer.parseInt(parts.group(3)), second, nanos);
    }

    private Optional<LocalDate> date(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || text.length() == 8)) {
            return Optional.of(date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)));
        }
        var dotted = DAY_DOTTED.matcher(text);
        if (dotted.matches()) {
            return Optional.of(date(dotted.group(3), dotted.group(2), dotted.group(1)));
        }
        var ambiguous = DateOrder.AMBIGUOUS.matcher(text);
        if (ambiguous.matches() && ambiguous.end(3) == text.length()) {
            return Optional.ofNullable(order)
                    .or(() -> DateOrder.of(List.of(text)))
                    .map(known -> known == DateOrder.DMY
                            ? date(ambiguous.group(3), ambiguous.group(2), ambiguous.group(1))
                            : date(ambiguous.group(3), ambiguous.group(1), ambiguous.group(2)));
        }
        return named(MONTH_NAME.matcher(text), 1, 2).or(() -> named(DAY_NAME.matcher(text), 2, 1));
    }

    private static Optional<LocalDate> named(Matcher matcher, int monthGroup, int dayGroup) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var month = MONTHS.indexOf(matcher.group(monthGroup).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return month == 0
                ? Optional.empty()
                : Optional.of(date(matcher.group(3), String.valueOf(month), matcher.group(dayGroup)));
    }

    private static LocalDate date(String year, String month, String day) {
        var number = Integer.parseInt(year);
        return LocalDate.of(
                year.length() == YEAR_DIGITS ? number : CENTURY + number,
                Integer.parseInt(month),
                Integer.parseInt(day));
    }
}
