package io.rapport.contracts.sentiment;

import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;

/**
 * The polarity of a text as corrected by a user. It overrides every analyser.
 *
 * @param engagement the engagement that carries the text
 * @param polarity -1 to 1
 * @param by the name of the token that made the correction
 * @param reason the reason as given
 * @param version rises with each correction of the same engagement; readers drop what is not newer
 */
@RecordBuilder
public record SentimentCorrected(
        String agency,
        String brand,
        String channel,
        String handle,
        UUID engagement,
        double polarity,
        String by,
        String reason,
        long version,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
