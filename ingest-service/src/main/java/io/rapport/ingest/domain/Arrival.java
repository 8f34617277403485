package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that brings rows.
 *
 * @param brand the brand it is for, as it is registered now
 * @param request its id
 * @param at when it arrived, to the millisecond
 * @param source the source of rows that name none; null when each has to
 */
public record Arrival(
        BrandRegistered brand,
        UUID request,
        Instant at,
        @Nullable String source) {

    BrandKey key() {
        return brand.brandKey();
    }
}
