package io.rapport.ingest.domain.input;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that brings rows.
 *
 * @param brand the brand it is for, as it is registered now
 * @param id its id
 * @param receivedAt when it arrived, to the millisecond
 * @param defaultSource the source of rows that name none; null when each has to
 */
public record IntakeRequest(
        BrandRegistered brand,
        UUID id,
        Instant receivedAt,
        @Nullable String defaultSource) {

    public BrandKey brandKey() {
        return brand.brandKey();
    }
}
