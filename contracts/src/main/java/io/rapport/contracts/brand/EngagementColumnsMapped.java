package io.rapport.contracts.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The column mapping of a brand's engagement files from one source: the full state.
 *
 * @param preset the name of the preset that it is based on; null for none
 * @param columns the field of each column, such as {@code actor.name}, by header
 * @param constants values by field, for rows without a value of their own
 * @param values what words of the export stand for, by field
 * @param ids the columns of which the id of a row is made; empty when a column holds it
 * @param zone IANA zone id of times without an offset; null for the brand's
 * @param dates the order of day and month, DMY or MDY; null when the values determine it
 * @param epoch the unit of times that are numbers; null for none
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record EngagementColumnsMapped(
        String agency,
        String brand,
        String source,
        @Nullable String preset,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        List<String> ids,
        @Nullable String zone,
        @Nullable String dates,
        @Nullable String epoch,
        long version,
        Instant at) {

    /** The brand of the files. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
