package io.rapport.contracts.model;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A request for a model preview. A newer request replaces an older one of the same brand.
 *
 * @param id the id of the request
 * @param version the version of the model to preview
 * @param active the version of the active model at the time of the request
 * @param asOf the day both are computed for: the brand's day at the time of the request
 * @param by the user who requested it
 * @param at the time of the request
 */
public record PreviewRequested(
        String agency, String brand, UUID id, String version, String active, LocalDate asOf, String by, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
