package io.rapport.ingest.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.BrandKey;
import java.util.Locale;

/**
 * Metrics of the ingest service. {@code rapport.ingest.engagements} counts rows with the tags agency, brand and outcome, from 0
 * when the brand is registered; each row is counted once: received = accepted + duplicate + rejected. {@code rapport.ingest.free.bytes} is the free
 * memory for request bodies.
 */
public enum IngestMeter {
    /** Published; a row that is sent again is accepted again, and scoring counts it as a duplicate. */
    ACCEPTED,
    /** Equal to an earlier row of the same request. */
    DUPLICATE,
    /** Rejected with a reason. */
    REJECTED;

    static final String ENGAGEMENTS = "rapport.ingest.engagements";
    static final String FREE_BYTES = "rapport.ingest.free.bytes";

    Counter counter(MeterRegistry meters, BrandKey brand) {
        return meters.counter(
                ENGAGEMENTS,
                "agency",
                brand.agency(),
                "brand",
                brand.brand(),
                "outcome",
                name().toLowerCase(Locale.ROOT));
    }
}
