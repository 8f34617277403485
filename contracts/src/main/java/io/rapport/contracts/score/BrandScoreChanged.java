package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a brand: the full state. A public contract.
 *
 * @param asOf the brand's day
 * @param modelVersion the scoring model's version
 * @param sequence rises by at least 1 per key; drop what is not newer
 * @param reason the reason of the publication
 * @param people the number of people who have a relationship with the brand
 * @param windows Return on Relationships over 7, 30 and 90 days
 * @param accounts the outcome of every engagement
 * @param value the value streams over the same windows; null from writers of an earlier version
 * @param service the service figures over the same windows; null from writers of an earlier version
 * @param previous the 30-day sums published before; null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record BrandScoreChanged(
        String agency,
        String brand,
        LocalDate asOf,
        String modelVersion,
        long sequence,
        ChangeReason reason,
        long people,
        List<RollingRor> windows,
        AccountBalance accounts,
        @Nullable List<ValueWindow> value,
        @Nullable List<ServiceWindow> service,
        @Nullable RorSums previous) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
