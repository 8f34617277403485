package io.rapport.ingest.domain.input;

/** The unit of timestamps that a source writes as a number since 1970-01-01T00:00:00Z. */
public enum EpochUnit {
    SECONDS(1000),
    MILLISECONDS(1);

    private final long millis;

    EpochUnit(long millis) {
        this.millis = millis;
    }

    /** The milliseconds of one unit. */
    long millis() {
        return millis;
    }
}
