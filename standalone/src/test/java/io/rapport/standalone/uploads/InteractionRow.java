package io.rapport.standalone.uploads;

import io.rapport.messaging.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A row of engagements, inbound by default; each gets a source id and a time of its own. */
final class InteractionRow {

    private static final AtomicInteger IDS = new AtomicInteger();

    private final Map<String, Object> row = new LinkedHashMap<>();
    private final Map<String, Object> actor = new HashMap<>();

    private InteractionRow(String channel, String kind) {
        var id = IDS.incrementAndGet();
        row.put("source", "feed");
        row.put("sourceId", "e" + id);
        row.put("channel", channel);
        row.put("kind", kind);
        row.put("direction", "INBOUND");
        row.put("occurredAt", "2026-03-10T08:%02d:00Z".formatted(id % 60));
        row.put("actor", actor);
    }

    static InteractionRow of(String channel, String kind) {
        return new InteractionRow(channel, kind);
    }

    /** Sets a member of the actor. */
    InteractionRow actor(String name, Object value) {
        actor.put(name, value);
        return this;
    }

    /** Sets the text. */
    InteractionRow text(String text) {
        return with("content", Map.of("text", text));
    }

    /** Sets an amount in euros and the order that it belongs to. */
    InteractionRow order(String id, double amount) {
        return with("value", Map.of("amount", amount, "currency", "EUR", "orderId", id));
    }

    /** Sets any member of the row. */
    InteractionRow with(String name, Object value) {
        row.put(name, value);
        return this;
    }

    /** The row as a line of NDJSON. */
    @Override
    public String toString() {
        return Json.mapper().writeValueAsString(row);
    }
}
