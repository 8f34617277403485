package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's decision about the current day of a brand with an event clock. The day continues from it with the
 * engagements that are received afterwards. Of several decisions the one with the latest time applies.
 *
 * @param day the day
 * @param by the user who set it
 * @param reason the reason as given; null for none
 * @param at the time of the decision; engagements received up to it do not move the day ahead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandDaySet(
        String agency,
        String brand,
        LocalDate day,
        String by,
        @Nullable String reason,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
