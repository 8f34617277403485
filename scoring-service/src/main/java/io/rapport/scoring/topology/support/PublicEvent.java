package io.rapport.scoring.topology.support;

import io.rapport.contracts.Topic;
import io.rapport.messaging.CloudEvent;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a public topic.
 *
 * @param topic where it goes
 * @param json its value; null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PublicEvent(Topic topic, byte @Nullable [] json) {

    /** The service, as the source of its events. */
    public static final String SOURCE = "scoring";

    /** The {@code n}th state of what a key stands for. */
    public static Record<String, Object> stateRecord(PublicEvent event, String key, long n, long timestamp) {
        var time = Instant.ofEpochMilli(timestamp);
        return eventRecord(event, CloudEvent.state(event.topic, SOURCE, key, n, time));
    }

    /** An event of its own. */
    public static Record<String, Object> eventRecord(PublicEvent event, CloudEvent attributes) {
        var headers = new RecordHeaders();
        attributes.write(headers);
        return new Record<>(attributes.subject(), event, attributes.time().toEpochMilli(), headers);
    }
}
