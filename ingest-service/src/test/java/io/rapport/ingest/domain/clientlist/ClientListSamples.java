package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.List;
import java.util.Map;

/** Intakes of client lists with common columns. */
public final class ClientListSamples {

    private ClientListSamples() {}

    /** Returns an intake of a list with the columns id, name and email. */
    public static ClientListIntake intake(EngagementSink sink) {
        var columns = ClientListColumns.detect(List.of("id", "name", "email"), List.of(), Map.of(), Map.of());
        return new ClientListIntake(
                SampleRows.REQUEST, columns, SampleRows.HASHES, sink, new InMemoryClientDigestRepository());
    }
}
