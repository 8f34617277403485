package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a source on payloads that are written with single quotes, and describes each item in a line. */
public final class SourceRun {

    private final EngagementSource source;
    private final Map<String, List<String>> headers = new HashMap<>();
    private String contentType = "application/json";
    private SourceSettings settings = SourceSettings.NONE;

    private SourceRun(EngagementSource source) {
        this.source = source;
    }

    public static SourceRun of(EngagementSource source, String... accounts) {
        var run = new SourceRun(source);
        run.settings = new SourceSettings(Set.of(accounts), Map.of());
        return run;
    }

    public SourceRun setting(String name, Object value) {
        settings = new SourceSettings(settings.accounts(), Map.of(name, value));
        return this;
    }

    public SourceRun header(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    public SourceRun contentType(String type) {
        contentType = type;
        return this;
    }

    public SourceMapping map(String body) {
        return map(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public SourceMapping map(byte[] body) {
        return source.map(new SourcePayload(body, headers, Map.of(), contentType), settings);
    }

    /** The items of a payload, each in one line. */
    public List<String> lines(String body) {
        return map(body).items().stream().map(SourceRun::line).toList();
    }

    /** The engagements of a payload. */
    public List<Map<String, Object>> engagements(String body) {
        return map(body).mapped().map(SourceMapping.Mapped::engagement).toList();
    }

    /** The value at a path of an engagement, such as {@code actor.id}. */
    public static @Nullable Object value(Map<String, Object> engagement, String path) {
        var dot = path.indexOf('.');
        return dot < 0
                ? engagement.get(path)
                : engagement.get(path.substring(0, dot)) instanceof Map<?, ?> part
                        ? part.get(path.substring(dot + 1))
                        : null;
    }

    /** {@code INBOUND COMMENT id @account actor}, then the revision and whether it is withdrawn. */
    public static String line(SourceMapping.Item item) {
        if (item instanceof SourceMapping.Ignored ignored) {
            return "ignored " + ignored.eventType();
        }
        if (item instanceof SourceMapping.Unusable unusable) {
            return "refused " + unusable.path();
        }
        var mapped = (SourceMapping.Mapped) item;
        var engagement = mapped.engagement();
        return "%s %s %s @%s %s%s%s"
                .formatted(
                        engagement.get("direction"),
                        engagement.get("kind"),
                        engagement.get("sourceId"),
                        mapped.account(),
                        value(engagement, "actor.id"),
                        mapped.revision() == null ? "" : " r" + mapped.revision(),
                        mapped.withdrawn() ? " withdrawn" : "");
    }
}
