package io.rapport.ingest.connection;

import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.messaging.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mapped engagement as a row of intake.
 *
 * @param index the position in the delivery, from 0
 * @param fields the fields of the engagement, with its revision and withdrawal
 */
record MappedRow(int index, Map<String, Object> fields) implements InputRow {

    private static final String OCCURRED_AT = "occurredAt";
    private static final String REVISION = "revision";

    static MappedRow of(int index, SourceMapping.Mapped mapped) {
        var fields = new LinkedHashMap<>(mapped.engagement());
        if (mapped.revision() != null) {
            fields.put(REVISION, mapped.revision());
        }
        if (mapped.withdrawn()) {
            fields.put("withdrawn", true);
        }
        return new MappedRow(index, fields);
    }

    /**
     * This row with the time of receipt in the place of what the payload does not contain: when the event happened, and its
     * revision, which is then later than all before.
     */
    MappedRow receivedAt(Instant at) {
        var completed = new LinkedHashMap<>(fields);
        if (fields.get(REVISION) instanceof Long revision && revision == SourceMapping.AT_RECEIPT) {
            completed.put(REVISION, at.toEpochMilli());
        }
        if (completed.putIfAbsent(OCCURRED_AT, at.toString()) == null) {
            completed.putIfAbsent(REVISION, at.toEpochMilli());
        }
        return new MappedRow(index, completed);
    }

    @Override
    public String raw() {
        return Json.mapper().writeValueAsString(fields);
    }
}
