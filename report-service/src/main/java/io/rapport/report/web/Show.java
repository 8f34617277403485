package io.rapport.report.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values are written on pages. */
final class Show {

    private static final int LONGEST_NAME = 120;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;
    // Characters that turn the direction of what follows them, or cannot be seen: a name must not reach beyond itself.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private Show() {}

    /** To one decimal. */
    static String number(double value) {
        return String.format(Locale.ENGLISH, "%,.1f", value + 0.0);
    }

    /** To two decimals; a dash for what cannot be measured. */
    static String ratio(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ENGLISH, "%,.2f", value);
    }

    static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** 0 to 1 as a percentage; a dash where there is nothing to share. */
    static String share(@Nullable Double value) {
        return value == null ? "–" : Math.round(value * 100) + " %";
    }

    /** From -1 to 1, with its sign. */
    static String signed(double value) {
        return String.format(Locale.ENGLISH, "%+.2f", value + 0.0).replace('-', '−');
    }

    /** How many times as much; a dash where there is nothing to compare with. */
    static String times(@Nullable Double value) {
        return value == null ? "–" : ratio(value) + " ×";
    }

    /** Without decimals where there are none. */
    static String plain(@Nullable Double value) {
        return value == null
                ? "–"
                : NumberFormat.getNumberInstance(Locale.ENGLISH).format(value);
    }

    /** {@code 1 day}, {@code 2 days}. */
    static String counted(long count, String word) {
        return count(count) + " " + word + (count == 1 ? "" : "s");
    }

    /** Seconds in the two largest units that matter; a dash where there are none. */
    static String duration(@Nullable Double seconds) {
        if (seconds == null) {
            return "–";
        }
        var whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return whole / MINUTE + " min";
        }
        return whole < 2 * DAY_SECONDS
                ? two(whole / HOUR, "h", whole % HOUR / MINUTE, "min")
                : two(whole / DAY_SECONDS, "days", whole % DAY_SECONDS / HOUR, "h");
    }

    /** An amount with its unit: money in the currency's own decimals, hours to one. */
    static String amount(BigDecimal amount, String unit) {
        return String.format(
                Locale.ENGLISH, "%,." + decimals(unit) + "f %s", amount, unit.equals("hours") ? "h" : unit);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        var first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }

    private static int decimals(String unit) {
        return unit.equals("hours")
                ? 1
                : Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(unit))
                        .mapToInt(Currency::getDefaultFractionDigits)
                        .filter(digits -> digits >= 0)
                        .findFirst()
                        .orElse(2);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "never" : DAY.format(day);
    }

    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** {@code THEY_SAY} as {@code They say}. */
    static String word(Enum<?> value) {
        var words = value.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A name as it came from outside, on one line, without what cannot be seen, and not endless. */
    static String name(String name) {
        var seen = UNSEEN.matcher(name).replaceAll(" ").strip();
        if (seen.codePointCount(0, seen.length()) <= LONGEST_NAME) {
            return seen;
        }
        return seen.substring(0, seen.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
