package io.rapport.ingest.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.BrandKey;
import java.util.Locale;

/**
 * The outcomes under which {@code rapport.ingest.engagements} counts rows, with the tags agency, brand and outcome. Each
 * row is counted once: received = accepted + duplicate + rejected. Beside it stands {@code rapport.ingest.free.bytes},
 * how much of the memory for requests is free.
 */
public enum IngestMeter {
    /** Passed on to be scored; a row that is sent again is accepted again, and scoring calls it a duplicate. */
    ACCEPTED,
    /** The same as a row before it in its request. */
    DUPLICATE,
    /** Set aside with a reason. */
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
