package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.text.TextCleaner;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can still be said of a row that was not accepted.
 *
 * @param source where it says it comes from, or {@code unknown}
 * @param id the engagement's id, where the row says enough for one
 * @param raw what arrived, of more than 1 MiB the first 1 MiB, with the actor's e-mail address and telephone number struck out
 */
public record RejectedRowDetails(String source, @Nullable UUID id, String raw) {

    private static final int MAX_RAW = 1 << 20;

    static RejectedRowDetails of(InputRow row, EngagementReader reader) {
        var raw = row.raw();
        try {
            var fields = row.fields();
            return new RejectedRowDetails(source(fields, reader), reader.idOf(fields).orElse(null), truncate(redact(raw, fields)));
        } catch (InputRejectedException e) {
            return new RejectedRowDetails("unknown", null, truncate(raw));
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
        return fields.get("actor") instanceof Map<?, ?> actor
                ? ContactRedactor.redactValue(ContactRedactor.redactValue(raw, actor.get("email")), actor.get("phone"))
                : raw;
    }

    public static String truncate(String raw) {
        return TextCleaner.replaceUnpairedSurrogates(raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW));
    }
}
