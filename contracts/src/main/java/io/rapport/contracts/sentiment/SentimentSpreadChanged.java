package io.rapport.contracts.sentiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.ChangeReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spread of messages about a brand: the full state. A public contract.
 *
 * @param windows the spread over 7, 30 and 90 days
 * @param alert the reason of an alert; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentimentSpreadChanged(
        String agency,
        String brand,
        LocalDate asOf,
        String modelVersion,
        long sequence,
        ChangeReason reason,
        List<WindowSpread> windows,
        @Nullable String alert) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
