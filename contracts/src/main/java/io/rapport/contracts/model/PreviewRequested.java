package io.rapport.contracts.model;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody wants to know what a model would change. A newer request replaces an older one of the same brand.
 *
 * @param id of the request
 * @param version of the model to try
 * @param active version of the model it is compared with: the active one when it was asked for
 * @param asOf the day both are judged on: the brand's day when it was asked for
 * @param by who asked
 * @param at when
 */
public record PreviewRequested(
        String agency, String brand, UUID id, String version, String active, LocalDate asOf, String by, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
