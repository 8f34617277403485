package io.rapport.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Parses the form of a timestamp that events have, {@code 2026-01-31T14:05:00Z} with or without a fraction, without the JDK's formatter
 * and regular expressions, which took 5 to 10 % of the CPU time of a service.
 */
public final class UtcTimestamp {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int NANO_DIGITS = 9;

    private UtcTimestamp() {}

    /** Parses a timestamp; null when it has another form, or a field out of range. */
    public static @Nullable Instant parse(String text) {
        var end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z' || !hasForm(text)) {
            return null;
        }
        var nanos = end == FORM.length() ? 0 : nanos(text, end);
        if (nanos < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        for (var i = 0; i < FORM.length(); i++) {
            var wanted = FORM.charAt(i);
            var c = text.charAt(i);
            if (wanted == 'd' ? !isDigit(c) : c != wanted) {
                return false;
            }
        }
        return true;
    }

    /** The fraction between the seconds and the end; negative when it is none. */
    private static int nanos(String text, int end) {
        var from = FORM.length() + 1;
        if (text.charAt(from - 1) != '.' || end == from || end - from > NANO_DIGITS) {
            return -1;
        }
        for (var i = from; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
        }
        var nanos = number(text, from, end);
        for (var i = end - from; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
