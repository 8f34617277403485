package io.rapport.ingest.web.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.engagement.EngagementPreview;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.mapping.EngagementColumns;
import io.rapport.ingest.domain.mapping.MappingQuestion;
import io.rapport.ingest.source.table.TableNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of engagements would be read.
 *
 * @param preset the preset by which it would be read; null for none
 * @param mapping the mapping, in the form in which it can be saved
 * @param unused mapped columns that the file does not have
 * @param questions what cannot be known from the file; an import would be refused until they are answered
 * @param rows the first rows
 * @param notes remarks on the file
 */
record EngagementPreviewResponse(
        @Nullable String preset,
        List<EngagementColumns.ColumnView> columns,
        EngagementMappingView mapping,
        Set<String> unused,
        List<MappingQuestion> questions,
        List<PreviewedRow> rows,
        List<TableNote> notes) {

    private static final int MAX_ROWS = 10;

    /**
     * A row as it would be read.
     *
     * @param engagement as it would be published; null when the row would be rejected or left out
     * @param skipped whether the preset leaves the row out
     * @param warnings the details that would be left out, by field
     * @param rejected null when the row would not be rejected
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PreviewedRow(
            int row,
            @Nullable EngagementReceived engagement,
            boolean skipped,
            Map<String, String> warnings,
            @Nullable RowRejection rejected) {}

    static EngagementPreviewResponse of(MappedFile file, List<MappingQuestion> questions, EngagementPreview preview) {
        var rows = new ArrayList<PreviewedRow>();
        for (var row : file.file().sample(MAX_ROWS)) {
            var engagements = file.mapper().map(row);
            if (engagements.isEmpty()) {
                rows.add(new PreviewedRow(row.index(), null, true, Map.of(), null));
            }
            for (var engagement : engagements) {
                var read = preview.read(engagement);
                rows.add(new PreviewedRow(row.index(), read.engagement(), false, read.warnings(), read.rejected()));
            }
        }
        return new EngagementPreviewResponse(
                file.columns().preset().map(preset -> preset.name()).orElse(null),
                file.columns().views(file.sample()),
                EngagementMappingView.of(file.columns().mapping(), null),
                file.columns().unused(),
                questions,
                rows,
                file.notes());
    }
}
