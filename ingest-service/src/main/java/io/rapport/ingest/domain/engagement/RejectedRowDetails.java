package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The details of a rejected row that can still be read from it.
 *
 * @param source the source of the row, or {@code unknown}
 * @param id the id that the engagement would have had; null when the row does not determine one
 * @param raw the text of the row, with the actor's e-mail address and telephone number redacted
 */
record RejectedRowDetails(String source, @Nullable UUID id, String raw) {

    static RejectedRowDetails of(InputRow row, EngagementReader reader) {
        var raw = row.raw();
        try {
            var fields = row.fields();
            return new RejectedRowDetails(
                    source(fields, reader), reader.idOf(fields).orElse(null), redact(raw, fields));
        } catch (InputRejectedException e) {
            return new RejectedRowDetails("unknown", null, raw);
        }
    }

    private static String source(Map<?, ?> fields, EngagementReader reader) {
        try {
            return reader.source(InputFields.of(fields));
        } catch (InputRejectedException e) {
            return "unknown";
        }
    }

    private static String redact(String raw, Map<?, ?> fields) {
        if (!(fields.get("actor") instanceof Map<?, ?> actor)) {
            return raw;
        }
        var redacted =
                ContactRedactor.redactValue(ContactRedactor.redactValue(raw, actor.get("email")), actor.get("phone"));
        for (var field : List.of("id", "name", "displayName")) {
            if (actor.get(field) instanceof String text) {
                redacted = AccountAddress.findWithin(text).isPresent()
                        ? ContactRedactor.redactValue(redacted, text)
                        : redacted;
            }
        }
        return redacted;
    }
}
