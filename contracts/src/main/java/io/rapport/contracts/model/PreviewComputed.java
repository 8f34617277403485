package io.rapport.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a model preview, or its progress. A preview changes no score.
 *
 * @param id the id of the request
 * @param version the version of the previewed model
 * @param active the version of the model it is compared with
 * @param asOf the day both are computed for
 * @param status the state of the preview
 * @param compared the number of people compared so far
 * @param people the number of people who have a relationship with the brand
 * @param before the brand's figures with the active model; null until done
 * @param after the brand's figures with the previewed model; null until done
 * @param movers the 20 people whose strength changes most, in descending order; null until done
 * @param sequence rises with each state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
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
