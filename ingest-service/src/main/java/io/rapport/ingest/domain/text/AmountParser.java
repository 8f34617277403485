package io.rapport.ingest.domain.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses amounts as people and exports write them: with a decimal point or comma, thousands separators, a sign before or
 * behind, parentheses for negative amounts, and a symbol or code of the currency.
 */
public final class AmountParser {

    private static final int MAX_LENGTH = 64;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MINUS = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE63]");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u00B4`]");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");
    private static final String CURRENCY = "([\\p{L}\\p{Sc}]{1,3}[\\p{Sc}.]?|\\p{Sc})?";
    private static final Pattern AMOUNT = Pattern.compile("(\\()?([+-])?" + CURRENCY + " ?([+-])? ?(\\(?)"
            + "((?:\\d[\\d.,' ]*)?\\d|[.,]\\d+)(?:[.,](?:-{1,2}|=))?(\\))? ?" + CURRENCY + " ?([+-])?(\\))?");
    /** Groups of three digits, or of two before the last as in India. */
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:S\\d{2,3})*S\\d{3}");

    /**
     * An amount.
     *
     * @param currencies the ISO 4217 codes of the currencies that its symbol may stand for; empty when it has none
     */
    public record Amount(BigDecimal value, Set<String> currencies) {}

    private AmountParser() {}

    /**
     * Parses an amount.
     *
     * @param mark the decimal separator of the file
     * @return empty when the text is no amount
     */
    public static Optional<Amount> parse(String written, DecimalMark mark) {
        var text = normalize(written);
        if (text.length() > MAX_LENGTH || text.isEmpty()) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches() && (mark != DecimalMark.COMMA || text.indexOf('.') < 0)) {
            return Optional.of(new Amount(new BigDecimal(text), Set.of()));
        }
        var parts = AMOUNT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var before = currencies(parts.group(3));
        var after = currencies(parts.group(8));
        var opened = (parts.group(1) == null ? "" : "(") + parts.group(5);
        var closed = text(parts.group(7)) + text(parts.group(10));
        var signs = text(parts.group(2)) + text(parts.group(4)) + text(parts.group(9));
        if (before.isEmpty()
                || after.isEmpty()
                || opened.length() != closed.length()
                || opened.length() > 1
                || signs.length() > 1
                || !opened.isEmpty() && !signs.isEmpty()
                || parts.group(3) != null && parts.group(8) != null && !before.equals(after)) {
            return Optional.empty();
        }
        var negative = signs.equals("-") || !opened.isEmpty();
        var currency = parts.group(3) != null ? before.get() : after.get();
        return number(parts.group(6).replace(" ", "'"), mark)
                .map(value -> new Amount(negative ? value.negate() : value, currency));
    }

    /** The decimal separator that a sample of amounts of one file determines. */
    public static DecimalMark decimalMark(List<String> sample) {
        var points = sample.stream().anyMatch(text -> reads(text, DecimalMark.POINT));
        var commas = sample.stream().anyMatch(text -> reads(text, DecimalMark.COMMA));
        return points == commas ? DecimalMark.UNKNOWN : points ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    /** Whether an amount can only be read with that decimal separator. */
    private static boolean reads(String text, DecimalMark mark) {
        var own = mark == DecimalMark.POINT ? '.' : ',';
        var other = mark == DecimalMark.POINT ? ',' : '.';
        var digits = normalize(text).replaceAll("[^\\d.,]", "");
        var last = digits.lastIndexOf(own);
        return last >= 0
                && digits.indexOf(own) == last
                && (digits.indexOf(other) >= 0 ? digits.indexOf(other) < last : digits.length() - last != 4)
                && digits.length() - last > 1;
    }

    private static Optional<BigDecimal> number(String digits, DecimalMark mark) {
        var point = decimalAt(digits, mark);
        var whole = point < 0 ? digits : digits.substring(0, point);
        var fraction = point < 0 ? "" : digits.substring(point + 1);
        var separators = whole.replaceAll("\\d", "");
        var grouped = separators.isEmpty()
                || separators.chars().distinct().count() == 1
                        && GROUPS.matcher(whole.replace(separators.charAt(0), 'S'))
                                .matches();
        return grouped && fraction.chars().allMatch(Character::isDigit)
                ? Optional.of(new BigDecimal(whole.replaceAll("\\D", "") + (fraction.isEmpty() ? "" : "." + fraction)))
                : Optional.empty();
    }

    /** The position of the decimal separator; -1 when there is none. */
    private static int decimalAt(String digits, DecimalMark mark) {
        var point = digits.lastIndexOf('.');
        var comma = digits.lastIndexOf(',');
        var last = Math.max(point, comma);
        if (last < 0) {
            return -1;
        }
        if (point >= 0 && comma >= 0) {
            return last;
        }
        var separator = digits.charAt(last);
        if (digits.indexOf(separator) != last) {
            return -1;
        }
        var ambiguous = digits.length() - last == 4 && last >= 1 && last <= 3 && digits.charAt(0) != '0';
        return ambiguous && separator != decimalSeparator(mark) ? -1 : last;
    }

    private static char decimalSeparator(DecimalMark mark) {
        return mark == DecimalMark.COMMA ? ',' : '.';
    }

    /** The currencies of a symbol, none for no symbol; empty for an unknown one. */
    private static Optional<Set<String>> currencies(@Nullable String symbol) {
        if (symbol == null) {
            return Optional.of(Set.of());
        }
        return Optional.of(CurrencySymbols.currencies(symbol)).filter(found -> !found.isEmpty());
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static String normalize(String written) {
        var ascii = APOSTROPHES
                .matcher(MINUS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll("-"))
                .replaceAll("'");
        return SPACES.matcher(ascii).replaceAll(" ").strip();
    }
}
