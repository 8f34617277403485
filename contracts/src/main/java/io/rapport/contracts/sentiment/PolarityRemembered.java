package io.rapport.contracts.sentiment;

import io.rapport.contracts.BrandKey;
import java.time.Instant;

/**
 * The corrected polarity of a text, applied to equal texts of the same brand. It holds no text.
 *
 * @param words a hash of the brand and the normalised text: 16 hexadecimal digits
 * @param polarity -1 to 1
 * @param at the time of the correction; it applies to texts received later
 */
public record PolarityRemembered(String agency, String brand, String words, double polarity, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
