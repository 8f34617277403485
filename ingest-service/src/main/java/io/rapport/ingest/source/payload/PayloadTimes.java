package io.rapport.ingest.source.payload;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Numbers and times since 1970 as platforms write them. */
final class PayloadTimes {

    private static final int MAX_DIGITS = 32;
    private static final BigDecimal MIN_MILLIS = new BigDecimal("1e11");
    private static final BigDecimal MIN_MICROS = new BigDecimal("1e14");
    private static final BigDecimal MAX = new BigDecimal("1e17");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private PayloadTimes() {}

    static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > MAX_DIGITS ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Seconds until the year 5138; milliseconds from 1973 and microseconds from 1973 on are larger numbers. */
    static @Nullable Instant ofEpoch(String text) {
        var number = number(text);
        if (number == null || number.abs().compareTo(MAX) > 0) {
            return null;
        }
        var millis = number.compareTo(MIN_MILLIS) < 0
                ? number.multiply(THOUSAND)
                : number.compareTo(MIN_MICROS) < 0 ? number : number.movePointLeft(3);
        return Instant.ofEpochMilli(millis.longValue());
    }
}
