package io.rapport.ingest.web.engagements;

import io.rapport.ingest.domain.mapping.ColumnSample;
import io.rapport.ingest.domain.mapping.EngagementColumns;
import io.rapport.ingest.domain.mapping.EngagementRowMapper;
import io.rapport.ingest.source.table.RowFile;
import io.rapport.ingest.source.table.TableNote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of engagements whose columns are determined. */
record MappedFile(RowFile file, EngagementColumns columns, ColumnSample sample, EngagementRowMapper mapper) {

    /** The column that is read as a field, as the file names it; the field itself when no column is. */
    @Nullable
    String column(@Nullable String field) {
        return field == null || columns.isOwnForm()
                ? field
                : columns.columnOf(field).orElse(field);
    }

    /** Remarks on the file and on what was assumed about its rows. */
    List<TableNote> notes() {
        var notes = new ArrayList<>(file.notes());
        mapper.notes().forEach(note -> notes.add(new TableNote(note.line(), note.message())));
        return notes;
    }
}
