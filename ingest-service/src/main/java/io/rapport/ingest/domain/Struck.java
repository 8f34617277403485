package io.rapport.ingest.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strikes out of a text by what somebody could be reached. */
final class Struck {

    static final String OUT = "(struck out)";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\"'|]+@[^\\s@,;:<>()\"'|]+");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w-])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))[+(]?\\d(?:[ \\u00A0./()-]{0,2}\\d){6,14}(?![\\w-])");

    private Struck() {}

    /** A text without e-mail addresses. */
    static String addresses(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(OUT);
    }

    /** A text without anything that could be an e-mail address or a telephone number. */
    static String all(String text) {
        return NUMBER.matcher(addresses(text)).replaceAll(OUT);
    }

    /** A text without a value that is known to be either. */
    static String value(String text, @Nullable Object value) {
        return value instanceof String known && !known.isBlank() ? text.replace(known, OUT) : text;
    }
}
