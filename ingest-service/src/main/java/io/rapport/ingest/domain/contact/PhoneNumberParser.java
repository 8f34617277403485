package io.rapport.ingest.domain.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises telephone numbers to digits, so that equal numbers have equal hashes in every notation: the E.164 digits where
 * the number or its country determines them, otherwise the digits as written. Digits of every script, prefixes such as
 * {@code tel:} and {@code Mob.}, extensions, and the {@code .0} of a spreadsheet are understood.
 */
public final class PhoneNumberParser {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int MIN_DIGITS = 6;
    /** The maximum of ITU E.164. */
    private static final int MAX_DIGITS = 15;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}'\"\\u2018\\u2019]+");
    private static final Pattern FRACTION = Pattern.compile("^(\\+?\\d{6,15})[.,]0+$");
    private static final Pattern SEPARATORS =
            Pattern.compile("\\s*(?:::?:|;|\\||\\n|,|\\s/\\s|\\s(?:or|oder|eller|og|and|und|och)\\s)\\s*");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:\\p{L}[\\p{L}\\p{M}. -]{0,20}[.:]?|[(\\[]\\p{L}{1,12}[)\\]]|[\\u260E\\u260F\\u2706\\uFE0F]|\\uD83D[\\uDCDE\\uDCF1])[\\s:./]*(?=[+(\\d])");
    private static final Pattern SUFFIX = Pattern.compile("\\s*[(\\[]\\p{L}[\\p{L}. ]{0,20}[)\\]]$|\\s+\\p{L}{3,12}$");
    private static final Pattern EXTENSION = Pattern.compile(
            "[\\s,;]*(?:;?ext\\.?=?|extn\\.?|extension|x|#|durchwahl|dw|anexo|int\\.?|poste|apparat|app\\.|linje|lokal|"
                    + "\\u0434\\u043E\\u0431\\.?)[\\s.:]*\\d{1,7}\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s\\u00A0\\u2010-\\u2015\\u2212./()~-]+");
    private static final Pattern NON_DIGITS = Pattern.compile("\\D");
    private static final Pattern BRACKETED_TRUNK_PREFIX = Pattern.compile("\\(0\\)");

    private PhoneNumberParser() {}

    /**
     * Normalises the first number of a text.
     *
     * @param country the code or name of the country of a number in national form; null when it is unknown
     * @return empty if the text is not a telephone number of 6 to 15 digits
     */
    public static Optional<String> toDigits(String text, @Nullable String country) {
        return parse(text, country).stream().findFirst();
    }

    /**
     * Normalises all numbers of a text.
     *
     * @return the numbers in the order of the text, each once; empty if a part of the text is not a number
     */
    public static List<String> parse(String text, @Nullable String country) {
        return parse(text, country, null);
    }

    /**
     * The country of numbers in national form.
     *
     * @param assumed whether it is only assumed, so that a number of an impossible length is not one of this country
     */
    private record DialingRegion(String code, boolean assumed) {}

    private static List<String> parse(String text, @Nullable DialingRegion country) {
        var plain = asciiDigits(INVISIBLE.matcher(text).replaceAll(""));
        var single = number(plain, country);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        var parts = Arrays.stream(SEPARATORS.split(EXTENSION.matcher(plain).replaceFirst("")))
                .filter(part -> !part.isBlank())
                .map(part -> number(part, country))
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /**
     * Normalises all numbers of a text, as {@link #parse(String, String)} does.
     *
     * @param country the code or name of the country of the number's owner; null when it is unknown
     * @param fallback the code of the country of numbers in national form whose owner's country is unknown; only numbers of a
     *     possible length are taken for numbers of it
     */
    public static List<String> parse(String text, @Nullable String country, @Nullable String fallback) {
        var own = Optional.ofNullable(country).flatMap(CountryNames::region);
        return parse(
                text,
                own.map(region -> new DialingRegion(region, false))
                        .or(() -> Optional.ofNullable(fallback).map(region -> new DialingRegion(region, true)))
                        .orElse(null));
    }

    private static Optional<String> number(String text, @Nullable DialingRegion country) {
        var number = bare(text);
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        var digits = digits(number);
        var normalised =
                number.startsWith("+") || digits.startsWith("00") ? international(number) : national(digits, country);
        return Optional.of(normalised).filter(all -> all.length() >= MIN_DIGITS && all.length() <= MAX_DIGITS);
    }

    /** Removes everything round the number. */
    private static String bare(String text) {
        var withoutPrefix = PREFIX.matcher(text.strip()).replaceFirst("");
        var withoutExtension = EXTENSION.matcher(withoutPrefix).replaceFirst("");
        var withoutSuffix = SUFFIX.matcher(withoutExtension).replaceFirst("").strip();
        var whole = FRACTION.matcher(withoutSuffix).replaceFirst("$1");
        return whole.startsWith("(+") ? whole.substring(1) : whole;
    }

    /** Normalises full-width characters and replaces the decimal digits of every script by ASCII digits. */
    private static String asciiDigits(String text) {
        var ascii = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }

    /** A valid number becomes its E.164 digits; an unassigned number keeps its digits, without a trunk prefix {@code (0)}. */
    private static String international(String number) {
        return phoneNumber("+" + withoutInternationalPrefix(digits(number)), null)
                .filter(NUMBERS::isValidNumber)
                .map(PhoneNumberParser::e164Digits)
                .orElseGet(() -> withoutInternationalPrefix(
                        digits(BRACKETED_TRUNK_PREFIX.matcher(number).replaceFirst(""))));
    }

    private static String national(String digits, @Nullable DialingRegion country) {
        return Optional.ofNullable(country)
                .flatMap(region -> phoneNumber(digits, region.code())
                        .filter(number -> !region.assumed() || NUMBERS.isPossibleNumber(number)))
                .map(PhoneNumberParser::e164Digits)
                .orElse(digits);
    }

    private static Optional<PhoneNumber> phoneNumber(String number, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(number, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String e164Digits(PhoneNumber number) {
        return digits(NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    private static String withoutInternationalPrefix(String digits) {
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    private static String digits(String text) {
        return NON_DIGITS.matcher(text).replaceAll("");
    }
}
