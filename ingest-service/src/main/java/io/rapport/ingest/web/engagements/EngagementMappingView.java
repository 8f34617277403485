package io.rapport.ingest.web.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.mapping.EngagementMapping;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in the form in which it can be saved.
 *
 * @param columns the path of the field by column, or {@code ignore}
 * @param constants values by the path of the field
 * @param values what words stand for, by the path of the field
 * @param id the columns of which the id of a row is made
 * @param version increases with each change; 0 when no mapping is saved; absent in previews
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EngagementMappingView(
        @Nullable String preset,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        List<String> id,
        @Nullable String zone,
        @Nullable DateOrder dates,
        @Nullable EpochUnit epoch,
        @Nullable Long version) {

    static EngagementMappingView of(EngagementMapping mapping, @Nullable Long version) {
        return new EngagementMappingView(
                mapping.preset(),
                mapping.columns(),
                mapping.constants(),
                mapping.values(),
                mapping.ids(),
                Objects.toString(mapping.zone(), null),
                mapping.dates(),
                mapping.epoch(),
                version);
    }
}
