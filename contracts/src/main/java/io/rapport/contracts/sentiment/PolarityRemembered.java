package io.rapport.contracts.sentiment;

import io.rapport.contracts.BrandKey;
import java.time.Instant;

/**
 * What a person said of a text, remembered for the same words of the same brand. It holds no text.
 *
 * @param words a hash of the brand and the words, case and spacing apart: 16 hexadecimal digits
 * @param polarity -1 to 1
 * @param at when it was said; texts received later are meant
 */
public record PolarityRemembered(String agency, String brand, String words, double polarity, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
