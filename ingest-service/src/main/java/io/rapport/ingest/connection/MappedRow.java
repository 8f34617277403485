package io.rapport.ingest.connection;

import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.messaging.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mapped engagement as a row of intake.
 *
 * @param index the position in the delivery, from 0
 * @param fields the fields of the engagement, with its revision and withdrawal
 */
record MappedRow(int index, Map<String, Object> fields) implements InputRow {

    static MappedRow of(int index, SourceMapping.Mapped mapped) {
        var fields = new LinkedHashMap<>(mapped.engagement());
        if (mapped.revision() != null) {
            fields.put("revision", mapped.revision());
        }
        if (mapped.withdrawn()) {
            fields.put("withdrawn", true);
        }
        return new MappedRow(index, fields);
    }

    boolean isWithdrawn() {
        return Boolean.TRUE.equals(fields.get("withdrawn"));
    }

    @Override
    public String raw() {
        return Json.mapper().writeValueAsString(fields);
    }
}
