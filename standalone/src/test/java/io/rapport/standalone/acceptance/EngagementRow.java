package io.rapport.standalone.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message of a care conversation as a row of a request. */
record EngagementRow(
        String brand, String sourceId, Instant at, boolean inbound, String kind, String handle, String text) {

    LocalDate day() {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("source", "care");
        json.put("sourceId", sourceId);
        json.put("channel", "x");
        json.put("occurredAt", at.toString());
        json.put("direction", inbound ? "INBOUND" : "OUTBOUND");
        json.put("kind", kind);
        json.put("actor", Map.of("id", handle, "name", handle));
        if (!inbound) {
            json.put("staff", Map.of("id", brand));
        }
        json.put("object", Map.of("id", sourceId));
        json.put("content", Map.of("text", text));
        return json;
    }
}
