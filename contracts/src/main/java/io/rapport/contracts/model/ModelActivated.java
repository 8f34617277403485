package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The scoring model a brand is scored with. Of two activations at the same time the one later on the topic holds.
 *
 * @param version of the model
 * @param by who activated it
 * @param reason why, in their words; null when they did not say
 * @param at when
 * @param sequence rises with each activation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelActivated(
        String agency,
        String brand,
        String version,
        String by,
        @Nullable String reason,
        Instant at,
        long sequence) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
