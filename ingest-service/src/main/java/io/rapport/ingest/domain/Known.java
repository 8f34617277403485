package io.rapport.ingest.domain;

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
record Known(String source, @Nullable UUID id, String raw) {

    private static final int MAX_RAW = 1 << 20;

    static Known of(Row row, EngagementReader reader) {
        var raw = row.raw();
        try {
            var fields = row.fields();
            return new Known(source(fields, reader), reader.idOf(fields).orElse(null), cut(strikeOut(raw, fields)));
        } catch (NotAccepted e) {
            return new Known("unknown", null, cut(raw));
        }
    }

    private static String source(Map<?, ?> fields, EngagementReader reader) {
        try {
            return reader.source(Fields.of(fields));
        } catch (NotAccepted e) {
            return "unknown";
        }
    }

    private static String strikeOut(String raw, Map<?, ?> fields) {
        return fields.get("actor") instanceof Map<?, ?> actor
                ? Struck.value(Struck.value(raw, actor.get("email")), actor.get("phone"))
                : raw;
    }

    static String cut(String raw) {
        return Texts.whole(raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW));
    }
}
