package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.messaging.publish.CloudEvent;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * An event for a public topic.
 *
 * @param topic the topic it is published on
 * @param json its value; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PublicEvent(Topic topic, byte @Nullable [] json) {

    /** The CloudEvents source of this service's events. */
    public static final String SOURCE = "scoring";

    /** Returns the record of an event that holds the state of a key; {@code sequence} makes its id. */
    public static Record<String, PublicEvent> stateRecord(
            PublicEvent event, String key, long sequence, long timestamp) {
        var time = Instant.ofEpochMilli(timestamp);
        return eventRecord(event, CloudEvent.state(event.topic, SOURCE, key, sequence, time));
    }

    /** Returns the record of an event with the given CloudEvents attributes as headers. */
    public static Record<String, PublicEvent> eventRecord(PublicEvent event, CloudEvent attributes) {
        var headers = new RecordHeaders();
        attributes.write(headers);
        return new Record<>(attributes.subject(), event, attributes.time().toEpochMilli(), headers);
    }
}
