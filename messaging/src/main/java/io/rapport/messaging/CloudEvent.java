package io.rapport.messaging;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The CloudEvents 1.0 attributes of an event, as Kafka headers (binary content mode).
 *
 * @param id deterministic: the same state of the same thing always has the same
 * @param type what happened, with the version last
 * @param source the service that says so
 * @param subject what it is about: the record's key
 * @param time when it happened
 */
public record CloudEvent(String id, String type, String source, String subject, Instant time) {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    /** The {@code n}th state of what a key stands for on a topic; {@code n} is its sequence or version. */
    public static CloudEvent state(Topic topic, String source, String key, long n, Instant time) {
        return new CloudEvent(
                DeterministicIds.of(topic.name(), key + "#" + n).toString(),
                topic.type(),
                "urn:rapport:" + source,
                key,
                time);
    }

    /** Writes the attributes. */
    public void write(Headers headers) {
        headers.add(SPEC_VERSION);
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_dataschema", schema());
        headers.add(CONTENT_TYPE);
    }

    private String schema() {
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
