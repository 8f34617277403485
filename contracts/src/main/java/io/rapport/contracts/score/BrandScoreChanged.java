package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand's figures as they are now: the full state. A public contract.
 *
 * @param asOf the brand's day
 * @param modelVersion the scoring model's version
 * @param sequence rises by at least 1 per key; drop what is not newer
 * @param reason why it is published
 * @param people everyone who has a relationship with the brand
 * @param windows Return on Relationships over 7, 30 and 90 days
 * @param accounts what became of every engagement
 * @param value what came of it in money and hours, over the same windows, each stream for itself; null from writers that
 *     do not know it
 * @param service how people were answered, over the same windows; null from writers that do not know it
 * @param previous the 30-day sums published before; null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
