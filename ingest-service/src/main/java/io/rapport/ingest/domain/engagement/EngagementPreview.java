package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.RowRejection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what an intake would make of rows. Has no side effects. */
public final class EngagementPreview {

    private final EngagementReader reader;

    /** Creates a preview for one request. */
    public EngagementPreview(IntakeRequest request, ContactHasher hasher) {
        this.reader = new EngagementReader(request, hasher);
    }

    /**
     * A row as it would be read.
     *
     * @param engagement as it would be published; null when the row would be rejected
     * @param warnings the details that would be left out, by field
     * @param rejected null when the row would be accepted
     */
    public record PreviewedEngagement(
            @Nullable EngagementReceived engagement,
            Map<String, String> warnings,
            @Nullable RowRejection rejected) {}

    /** Reads a row. */
    public PreviewedEngagement read(InputRow row) {
        try {
            var warnings = new LinkedHashMap<String, String>();
            return new PreviewedEngagement(reader.read(row.fields(), warnings::put), warnings, null);
        } catch (InputRejectedException e) {
            return new PreviewedEngagement(null, Map.of(), RowRejection.of(row, e));
        }
    }
}
