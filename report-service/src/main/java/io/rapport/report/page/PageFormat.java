package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.web.pages.PageLanguage;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats values for pages, in the current language. */
public final class PageFormat {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_SECONDS = 24 * HOUR;
    private static final String HOURS = "hours";
    private static final String CITATIONS = "citations";

    private PageFormat() {}

    /** With one decimal. */
    public static String number(double value) {
        return String.format(locale(), "%,.1f", value + 0.0);
    }

    /** With this number of decimals. */
    static String decimals(double value, int digits) {
        return String.format(locale(), "%,." + digits + "f", value);
    }

    /** With two decimals; a dash for null. */
    public static String ratio(@Nullable Double value) {
        return value == null ? "–" : String.format(locale(), "%,.2f", value);
    }

    public static String count(long value) {
        return String.format(locale(), "%,d", value);
    }

    /** 0 to 1 as a percentage; a dash for null. */
    public static String share(@Nullable Double value) {
        return value == null ? "–" : Math.round(value * 100) + " %";
    }

    /** A place such as {@code top 5 %}; empty for null. */
    public static String place(@Nullable Integer percent) {
        return percent == null ? "" : text("format.place", percent);
    }

    /** From -1 to 1, with its sign. */
    public static String signed(double value) {
        return String.format(locale(), "%+.2f", value + 0.0).replace('-', '−');
    }

    /** A multiple such as {@code 2.05 ×}; a dash for null. */
    public static String times(@Nullable Double value) {
        return value == null ? "–" : ratio(value) + " ×";
    }

    /** Without decimals if they are zero. */
    public static String plain(@Nullable Double value) {
        return value == null ? "–" : NumberFormat.getNumberInstance(locale()).format(value);
    }

    /**
     * {@code 1 day}, {@code 2 days}.
     *
     * @param word in the singular; each has a text whose key is {@code counted.} and the word
     */
    public static String counted(long count, String word) {
        return text("counted." + word, count);
    }

    /** A count of engagements of a kind: {@code 1 reply}, {@code 2 replies}. */
    public static String counted(long count, EngagementKind kind) {
        return text("counted." + kind.name(), count);
    }

    /** The days of an interval. */
    public static String interval(@Nullable LocalDate from, @Nullable LocalDate to) {
        return text("format.interval", day(from), day(to));
    }

    /** Seconds in the two largest units, such as {@code 1 h 30 min}; a dash for null. */
    public static String duration(@Nullable Double seconds) {
        if (seconds == null) {
            return "–";
        }
        var whole = Math.round(seconds);
        if (whole < MINUTE) {
            return unit(whole, "s");
        }
        if (whole < HOUR) {
            return unit(whole / MINUTE, "min");
        }
        return whole < 2 * DAY_SECONDS
                ? two(whole / HOUR, "h", whole % HOUR / MINUTE, "min")
                : two(whole / DAY_SECONDS, "days", whole % DAY_SECONDS / HOUR, "h");
    }

    /** An amount with its unit: money in the currency's own decimals, hours to one. */
    public static String amount(BigDecimal amount, String unit) {
        return unit.equals(CITATIONS)
                ? counted(amount.longValue(), "citation")
                : String.format(locale(), "%,." + decimals(unit) + "f %s", amount, unitName(unit));
    }

    /** A number as the value of a form's field: without grouping. */
    public static String editable(double value) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setGroupingUsed(false);
        return format.format(value);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        var first = unit(large, largeUnit);
        return small == 0 ? first : first + " " + unit(small, smallUnit);
    }

    private static String unit(long value, String unit) {
        return value + " " + text("unit." + unit);
    }

    private static Locale locale() {
        return PageLanguage.current().locale();
    }

    private static String unitName(String unit) {
        return unit.equals(HOURS) ? text("unit.h") : unit;
    }

    private static int decimals(String unit) {
        return unit.equals(HOURS)
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
        return day == null ? text("format.never") : format("format.day", day);
    }

    /** A day without its year, such as {@code 4 May}. */
    public static String dayOfYear(LocalDate day) {
        return format("format.day-of-year", day);
    }

    /** A month such as {@code May 2025}. */
    public static String month(YearMonth month) {
        return format("format.month", month);
    }

    /** A month as a heading, such as {@code April 2025}. */
    public static String longMonth(YearMonth month) {
        var words = format("format.long-month", month);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text(pattern), locale()).format(time);
    }

    /** The word for a value, such as {@code Likes} for the stage {@code LIKES}. */
    public static String label(Enum<?> value) {
        return text("label." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }
}
