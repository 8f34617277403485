package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The activation of a scoring model for a brand. Of concurrent activations the last one on the topic applies; that of a
 * registration, with the sequence 0, never replaces one by a user.
 *
 * @param version the version of the model
 * @param by the user who activated it
 * @param reason the reason as given; null for none
 * @param at the time of the activation
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

    /** Whether this activation applies after an earlier one on the topic. */
    public boolean replaces(ModelActivated earlier) {
        return sequence > 0 || earlier.sequence == 0;
    }

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
