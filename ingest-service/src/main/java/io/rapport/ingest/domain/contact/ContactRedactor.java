package io.rapport.ingest.domain.contact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Redacts e-mail addresses and telephone numbers in text that is published or stored. */
public final class ContactRedactor {

    public static final String REDACTED = "(struck out)";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\"'|]+@[^\\s@,;:<>()\"'|]+");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w-])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))[+(]?\\d(?:[ \\u00A0./()-]{0,2}\\d){6,14}(?![\\w-])");

    private ContactRedactor() {}

    /** Redacts e-mail addresses. */
    public static String redactEmails(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(REDACTED);
    }

    /** Redacts everything that could be an e-mail address or a telephone number. */
    public static String redactContacts(String text) {
        return NUMBER.matcher(redactEmails(text)).replaceAll(REDACTED);
    }

    /** Redacts a value that is known to be an e-mail address or a telephone number. */
    public static String redactValue(String text, @Nullable Object value) {
        return value instanceof String known && !known.isBlank() ? text.replace(known, REDACTED) : text;
    }
}
