package io.rapport.messaging.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads instants as Jackson does. Those in the form that all services write, such as {@code 2026-10-01T09:30:00.123Z}, are read without
 * the JDK's formatter, which took 5 to 8 % of the CPU time of scoring.
 */
final class IsoInstantDeserializer extends StdScalarDeserializer<Instant> {

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;

    /** Out of the range of every field of a time. */
    private static final int NO_NUMBER = Integer.MIN_VALUE;

    IsoInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            var instant = parse(parser.getString());
            if (instant != null) {
                return instant;
            }
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    /** The instant in a text of the form that services write; null for anything else, which may be an instant all the same. */
    static @Nullable Instant parse(String text) {
        var end = text.length() - 1;
        if (end < SECONDS_END || text.charAt(end) != 'Z' || !hasSeparators(text)) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, SECONDS_END),
                            nanos(text, end))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** The fraction of a second, which is absent or a point and one to nine digits. */
    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        var digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return NO_NUMBER;
        }
        var nanos = number(text, SECONDS_END + 1, end);
        for (var i = digits; i < NANO_DIGITS && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** A number of at most nine digits. */
    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
