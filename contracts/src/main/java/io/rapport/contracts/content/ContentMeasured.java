package io.rapport.contracts.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a brand's latest posts on one channel: the full state. It names no person.
 *
 * @param asOf the day of the latest engagement in it
 * @param sequence rises by at least 1 per key; drop what is not newer
 * @param posts the latest, newest first, at most 40
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentMeasured(
        String agency, String brand, String channel, LocalDate asOf, long sequence, List<PostFigures> posts) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
