package io.rapport.ingest.domain.source;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes the fields of an engagement as {@code POST …/engagements} takes them. Not thread-safe. */
public final class SourceEngagement {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private SourceEngagement() {}

    /**
     * Begins an engagement with the fields that each has.
     *
     * @param sourceId the platform's id of the event: the same event always has the same one
     * @param occurredAt when it happened; null where the payload does not contain it: then it is the time of receipt,
     *     and so is the revision
     */
    public static SourceEngagement of(
            String sourceId, String channel, Direction direction, EngagementKind kind, @Nullable Instant occurredAt) {
        return new SourceEngagement()
                .with("sourceId", sourceId)
                .with("channel", channel)
                .with("direction", direction.name())
                .with("kind", kind.name())
                .with("occurredAt", occurredAt == null ? null : occurredAt.toString());
    }

    /**
     * Sets a field.
     *
     * @param path the name of the field, such as {@code actor.displayName}, {@code object.inReplyTo} or {@code content.text}
     * @param value a text, number, boolean or list; null or an empty list leaves the field out
     */
    public SourceEngagement with(String path, @Nullable Object value) {
        if (value != null && !List.of().equals(value)) {
            var dot = path.indexOf('.');
            if (dot < 0) {
                fields.put(path, value);
            } else {
                part(path.substring(0, dot)).put(path.substring(dot + 1), value);
            }
        }
        return this;
    }

    /** The item of an engagement in its first version. */
    public SourceMapping.Mapped forAccount(String account) {
        return forAccount(account, null, false);
    }

    /** The item of this engagement; the parameters are those of {@link SourceMapping.Mapped}. */
    public SourceMapping.Mapped forAccount(String account, @Nullable Long revision, boolean withdrawn) {
        return new SourceMapping.Mapped(account, fields, revision, withdrawn);
    }

    @SuppressWarnings("unchecked") // parts are only created here
    private Map<String, Object> part(String name) {
        return (Map<String, Object>) fields.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }
}
