package io.rapport.ingest.domain.input;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The unit of timestamps that a source writes as a number since 1970-01-01T00:00:00Z. */
public enum EpochUnit {
    SECONDS("1000"),
    MILLISECONDS("1"),
    MICROSECONDS("0.001");

    private final BigDecimal millis;

    EpochUnit(String millis) {
        this.millis = new BigDecimal(millis);
    }

    /**
     * A time in milliseconds since 1970-01-01T00:00:00Z.
     *
     * @throws ArithmeticException if it is out of range
     */
    public long toMillis(BigDecimal number) {
        return number.multiply(millis).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** The milliseconds of one unit. */
    BigDecimal millis() {
        return millis;
    }
}
