package io.rapport.report.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats values for pages. */
public final class PageFormat {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private PageFormat() {}

    /** With one decimal. */
    public static String number(double value) {
        return String.format(Locale.ENGLISH, "%,.1f", value + 0.0);
    }

    /** With two decimals; a dash for null. */
    public static String ratio(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ENGLISH, "%,.2f", value);
    }

    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** 0 to 1 as a percentage; a dash for null. */
    public static String share(@Nullable Double value) {
        return value == null ? "–" : Math.round(value * 100) + " %";
    }

    /** A place such as {@code top 5 %}; empty for null. */
    public static String place(@Nullable Integer percent) {
        return percent == null ? "" : "top " + percent + " %";
    }

    /** From -1 to 1, with its sign. */
    public static String signed(double value) {
        return String.format(Locale.ENGLISH, "%+.2f", value + 0.0).replace('-', '−');
    }

    /** A multiple such as {@code 2.05 ×}; a dash for null. */
    public static String times(@Nullable Double value) {
        return value == null ? "–" : ratio(value) + " ×";
    }

    /** Without decimals if they are zero. */
    public static String plain(@Nullable Double value) {
        return value == null
                ? "–"
                : NumberFormat.getNumberInstance(Locale.ENGLISH).format(value);
    }

    /** {@code 1 day}, {@code 2 days}. */
    public static String counted(long count, String word) {
        return count(count) + " " + word + (count == 1 ? "" : "s");
    }

    /** Seconds in the two largest units, such as {@code 1 h 30 min}; a dash for null. */
    public static String duration(@Nullable Double seconds) {
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
    public static String amount(BigDecimal amount, String unit) {
        return String.format(
                Locale.ENGLISH, "%,." + decimals(unit) + "f %s", amount, unit.equals("hours") ? "h" : unit);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        var first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }

    private static int decimals(String unit) {
        if (unit.equals("citations")) {
            return 0;
        }
        return unit.equals("hours")
                ? 1
                : Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(unit))
                        .mapToInt(Currency::getDefaultFractionDigits)
                        .filter(digits -> digits >= 0)
                        .findFirst()
                        .orElse(2);
    }

    /** A day such as {@code 4 May 2025}; "never" for null. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "never" : DAY.format(day);
    }

    /** {@code THEY_SAY} as {@code They say}. */
    public static String label(Enum<?> value) {
        var words = value.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
