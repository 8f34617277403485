package io.rapport.ingest.source.cloudevents;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param attributes finds an attribute by its name
 */
record CloudEventMapper(Function<String, PayloadNode> attributes) {

    private static final String VERSION = "1.0";

    /** Maps the event, of which the required attributes are checked first. */
    void map(PayloadNode data, PayloadMapping mapping) {
        var version = attribute("specversion").requiredText();
        if (!version.equals(VERSION)) {
            throw attribute("specversion").wrong("has to be 1.0");
        }
        var id = attribute("id").requiredText();
        var source = attribute("source").requiredText();
        var type = attribute("type").requiredText();
        var time = attribute("time").time();
        if (!isEngagement(data)) {
            mapping.ignore(type);
            return;
        }
        var engagement = new LinkedHashMap<>(data.toMap());
        engagement.putIfAbsent("sourceId", source + "|" + id);
        if (time != null) {
            engagement.putIfAbsent("occurredAt", time.toString());
        }
        engagement.keySet().removeAll(Set.of("revision", "withdrawn", "agency", "brand", "source"));
        mapping.add(new SourceMapping.Mapped(
                source, engagement, revision(data), data.at("withdrawn").flag()));
    }

    private PayloadNode attribute(String name) {
        return attributes.apply(name);
    }

    private static boolean isEngagement(PayloadNode data) {
        return data.isObject()
                && data.at("kind").isPresent()
                && data.at("direction").isPresent()
                && data.at("actor").isPresent();
    }

    private static @Nullable Long revision(PayloadNode data) {
        var revision = data.at("revision").number();
        return revision == null ? null : Long.valueOf(revision.longValue());
    }
}
