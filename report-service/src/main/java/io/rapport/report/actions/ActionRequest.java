package io.rapport.report.actions;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid action for one handle of a person.
 *
 * @param nonce identifies the form it was entered in
 * @param channel of the handle
 * @param handle the id of the account
 * @param by the staff member
 * @param minutes null if the length is not known
 */
record ActionRequest(
        StaffAction action,
        String nonce,
        String channel,
        String handle,
        Instant at,
        String by,
        @Nullable String text,
        @Nullable Double minutes) {

    /** The source of all engagements that are recorded on pages. */
    static final String SOURCE = "report-page";

    /** The id of the engagement. */
    UUID engagement(BrandKey brand) {
        return DeterministicIds.engagement(brand, SOURCE, nonce);
    }

    /** The engagement as the ingest service reads it. */
    Map<String, Object> toEngagement() {
        var engagement = new LinkedHashMap<String, Object>();
        engagement.put("source", SOURCE);
        engagement.put("sourceId", nonce);
        engagement.put("occurredAt", at.toString());
        engagement.put("channel", channel);
        engagement.put("direction", Direction.OUTBOUND.name());
        engagement.put("kind", action.kind().name());
        engagement.put("actor", Map.of("id", handle));
        engagement.put("staff", Map.of("name", by));
        if (text != null) {
            engagement.put("content", Map.of("text", text));
        }
        if (minutes != null) {
            engagement.put("value", Map.of("minutes", Objects.requireNonNull(minutes)));
        }
        return engagement;
    }
}
