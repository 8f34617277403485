package io.rapport.ingest.domain.contact;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads telephone numbers as digits, so that the same number is the same however it is written. */
public final class PhoneNumberParser {

    private static final int LEAST = 6;
    /** ITU E.164. */
    private static final int MOST = 15;

    private static final int SHORT_NUMBER = 8;
    private static final Pattern EXTENSION =
            Pattern.compile("\\s*(?:ext\\.?|x|#|durchwahl|dw)\\s*\\d{1,6}\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d\\s\\u00A0\\u2010-\\u2013./()-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern TRUNK_IN_BRACKETS = Pattern.compile("\\(0\\)");

    private PhoneNumberParser() {}

    /**
     * The digits of a number, with the country's calling code before them when the number has one or the country is known.
     *
     * @param country code or name of where it is dialled; null when nobody says
     * @return empty if it is no telephone number of 6 to 15 digits
     */
    public static Optional<String> toDigits(String text, @Nullable String country) {
        var number = EXTENSION.matcher(text.strip()).replaceFirst("").strip();
        if (!WRITTEN.matcher(number).matches()) {
            return Optional.empty();
        }
        var digits = NO_DIGIT.matcher(number).replaceAll("");
        if (number.startsWith("+") || digits.startsWith("00")) {
            var international = NO_DIGIT.matcher(
                            TRUNK_IN_BRACKETS.matcher(number).replaceFirst(""))
                    .replaceAll("");
            return whole(number.startsWith("+") ? international : international.substring(2));
        }
        return whole(Optional.ofNullable(country)
                .flatMap(CallingCodes::calling)
                .map(calling -> international(digits, calling))
                .orElse(digits));
    }

    private static String international(String digits, CallingCodes.Calling calling) {
        var code = calling.code();
        var trunk = calling.trunk();
        if (!trunk.isEmpty() && digits.startsWith(trunk)) {
            return code + digits.substring(trunk.length());
        }
        var hasCode = trunk.isEmpty() && digits.startsWith(code) && digits.length() >= code.length() + SHORT_NUMBER;
        return hasCode ? digits : code + digits;
    }

    private static Optional<String> whole(String digits) {
        return digits.length() < LEAST || digits.length() > MOST ? Optional.empty() : Optional.of(digits);
    }
}
