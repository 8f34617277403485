package io.rapport.ingest.domain.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises telephone numbers to digits, so that equal numbers have equal hashes in every notation: the E.164 digits where
 * the number or its country determines them, otherwise the digits as written.
 */
public final class PhoneNumberParser {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int MIN_DIGITS = 6;
    /** The maximum of ITU E.164. */
    private static final int MAX_DIGITS = 15;

    private static final Pattern EXTENSION =
            Pattern.compile("\\s*(?:ext\\.?|x|#|durchwahl|dw)\\s*\\d{1,6}\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s\\u00A0\\u2010-\\u2013./()-]+");
    private static final Pattern NON_DIGITS = Pattern.compile("\\D");
    private static final Pattern BRACKETED_TRUNK_PREFIX = Pattern.compile("\\(0\\)");

    private PhoneNumberParser() {}

    /**
     * Normalises a number.
     *
     * @param country the code or name of the country of a number in national form; null when it is unknown
     * @return empty if the text is not a telephone number of 6 to 15 digits
     */
    public static Optional<String> toDigits(String text, @Nullable String country) {
        var number = EXTENSION.matcher(text.strip()).replaceFirst("").strip();
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        var digits = digits(number);
        var normalised =
                number.startsWith("+") || digits.startsWith("00") ? international(number) : national(digits, country);
        return Optional.of(normalised).filter(all -> all.length() >= MIN_DIGITS && all.length() <= MAX_DIGITS);
    }

    /** A valid number becomes its E.164 digits; an unassigned number keeps its digits, without a trunk prefix {@code (0)}. */
    private static String international(String number) {
        return parse("+" + withoutInternationalPrefix(digits(number)), null)
                .filter(NUMBERS::isValidNumber)
                .map(PhoneNumberParser::e164Digits)
                .orElseGet(() -> withoutInternationalPrefix(
                        digits(BRACKETED_TRUNK_PREFIX.matcher(number).replaceFirst(""))));
    }

    private static String national(String digits, @Nullable String country) {
        return Optional.ofNullable(country)
                .flatMap(CountryNames::region)
                .flatMap(region -> parse(digits, region))
                .map(PhoneNumberParser::e164Digits)
                .orElse(digits);
    }

    private static Optional<PhoneNumber> parse(String number, @Nullable String region) {
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
