package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The current day of a brand. It moves back only when an administrator sets it, or when an earlier engagement shows that the
 * day of the latest ones is far ahead of all others.
 *
 * @param day the brand's current day
 * @param sequence rises with each turn
 * @param setAt time of the latest {@link BrandDaySet} that is applied; null without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandDayTurned(
        String agency,
        String brand,
        LocalDate day,
        long sequence,
        @Nullable Instant setAt) {

    /** The day of a brand whose day was never set. */
    public BrandDayTurned(String agency, String brand, LocalDate day, long sequence) {
        this(agency, brand, day, sequence, null);
    }
}
