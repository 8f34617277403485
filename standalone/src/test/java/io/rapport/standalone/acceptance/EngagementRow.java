package io.rapport.standalone.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a care conversation, or a post and an engagement with it, as a row of a request.
 *
 * @param inReplyTo the message that it answers; null for none
 */
record EngagementRow(
        String brand,
        String sourceId,
        Instant at,
        boolean inbound,
        String kind,
        String handle,
        String text,
        @Nullable String inReplyTo) {

    EngagementRow(String brand, String sourceId, Instant at, boolean inbound, String kind, String handle, String text) {
        this(brand, sourceId, at, inbound, kind, handle, text, null);
    }

    boolean isPost() {
        return kind.equals("POST");
    }

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
        json.put("object", inReplyTo == null ? Map.of("id", sourceId) : Map.of("id", sourceId, "inReplyTo", inReplyTo));
        json.put("content", Map.of("text", text));
        return json;
    }
}
