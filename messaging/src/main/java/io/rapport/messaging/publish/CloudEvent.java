package io.rapport.messaging.publish;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The CloudEvents 1.0 attributes of an event, as Kafka headers (binary content mode).
 *
 * @param id deterministic: equal states have equal ids
 * @param type the event type, with the version last
 * @param source the service that published it
 * @param subject the record's key
 * @param time the time of the event
 */
public record CloudEvent(String id, String type, String source, String subject, Instant time) {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");
    private static final Map<String, ConstantHeaders> CONSTANT = new ConcurrentHashMap<>();
    private static volatile TimeHeader lastTime =
            new TimeHeader(Instant.EPOCH, header("ce_time", "1970-01-01T00:00:00Z"));

    /** The headers that all events of a type have. */
    private record ConstantHeaders(Header type, Header schema) {

        static ConstantHeaders of(String type) {
            return new ConstantHeaders(header("ce_type", type), header("ce_dataschema", CloudEvent.schema(type)));
        }
    }

    private record TimeHeader(Instant time, Header header) {}

    /** The event of a state of the given key; {@code n} is its sequence or version. */
    public static CloudEvent state(Topic topic, String source, String key, long n, Instant time) {
        return new CloudEvent(
                DeterministicIds.of(topic.name(), key + "#" + n).toString(),
                topic.type(),
                "urn:rapport:" + source,
                key,
                time);
    }

    /** Adds the attributes to the headers of a record. */
    public void write(Headers headers) {
        var constant = CONSTANT.computeIfAbsent(type, ConstantHeaders::of);
        headers.add(SPEC_VERSION);
        put(headers, "ce_id", id);
        headers.add(constant.type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        headers.add(timeHeader());
        headers.add(constant.schema);
        headers.add(CONTENT_TYPE);
    }

    /** The rows of a request have the same time: it is formatted once. */
    private Header timeHeader() {
        var last = lastTime;
        if (!last.time.equals(time)) {
            last = new TimeHeader(time, header("ce_time", time.toString()));
            lastTime = last;
        }
        return last.header;
    }

    private static String schema(String type) {
        var version = type.lastIndexOf('.');
        return "urn:rapport:schema:" + type.substring("io.rapport.".length(), version) + ":"
                + type.substring(version + 1);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(header(name, value));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
