package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a model would change, or how far it is known. Nothing of it is in any score.
 *
 * @param id of the request
 * @param version of the model that is tried
 * @param active version of the model it is compared with
 * @param asOf the day both are judged on
 * @param status how far it is
 * @param compared people compared so far
 * @param people everyone who has a relationship with the brand
 * @param before the brand's figures with the active model; null until done
 * @param after the brand's figures with the other one; null until done
 * @param movers the 20 people whose strength moves most, most first; null until done
 * @param sequence rises with each state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewComputed(
        String agency,
        String brand,
        UUID id,
        String version,
        String active,
        LocalDate asOf,
        PreviewStatus status,
        long compared,
        long people,
        @Nullable PreviewFigures before,
        @Nullable PreviewFigures after,
        @Nullable List<PreviewMover> movers,
        long sequence) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
