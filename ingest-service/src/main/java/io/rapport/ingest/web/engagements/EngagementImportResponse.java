package io.rapport.ingest.web.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.IntakeReceipt;
import io.rapport.ingest.domain.input.RowWarning;
import io.rapport.ingest.source.table.TableNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import of a file. The broker has acknowledged all rows.
 *
 * @param accepted the number of accepted engagements
 * @param duplicates the number of engagements equal to an earlier one of this file
 * @param rejectedRows the number of rejected rows
 * @param rejected the first 100 000 rejected rows
 * @param warnings the details that were left out of accepted rows; the first 1000, absent when there are none
 * @param skipped the number of rows that the preset leaves out; absent when there are none
 * @param preset the preset by which the file was read; absent for none
 * @param mapping how columns were read; absent when they are named as the fields of engagements
 * @param notes remarks on the file; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EngagementImportResponse(
        @JsonInclude(JsonInclude.Include.ALWAYS) int accepted,
        @JsonInclude(JsonInclude.Include.ALWAYS) int duplicates,
        @JsonInclude(JsonInclude.Include.ALWAYS) int rejectedRows,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<IntakeResponse.RejectedLine> rejected,
        List<RowWarning> warnings,
        @Nullable Integer skipped,
        @Nullable String preset,
        @Nullable EngagementMappingView mapping,
        List<TableNote> notes) {

    static EngagementImportResponse of(IntakeReceipt receipt, MappedFile file) {
        var columns = file.columns();
        var skipped = file.mapper().skipped();
        return new EngagementImportResponse(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejectedRows(),
                receipt.rejected().stream()
                        .map(row -> new IntakeResponse.RejectedLine(
                                row.index(),
                                file.column(row.field()),
                                row.code(),
                                row.message() + hint(row.code(), row.field())))
                        .toList(),
                receipt.warnings(),
                skipped == 0 ? null : skipped,
                columns.preset().map(preset -> preset.name()).orElse(null),
                columns.isOwnForm() ? null : EngagementMappingView.of(columns.mapping(), null),
                file.notes());
    }

    private static String hint(RejectionCode code, @Nullable String field) {
        return code == RejectionCode.UNKNOWN_VALUE && field != null
                ? " Say what it stands for with value=%s:<word>=<value>.".formatted(field)
                : "";
    }
}
