package io.rapport.scoring.topology.handle;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.messaging.CloudEvent;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.topology.support.PublicEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What is said of an engagement that scoring does not count. */
final class RejectionEvents {

    private static final JsonSerde<EngagementRejected> JSON = new JsonSerde<>(EngagementRejected.class);
    private static final int MAX_RAW_CHARACTERS = 1 << 20;

    private RejectionEvents() {}

    /** The same id came before with another body: the first stays, this one is set aside, whole. */
    static Record<String, Object> conflict(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata) {
        return rejection(
                record,
                metadata,
                new RejectionReason(
                        RejectionCode.CONFLICT,
                        "The source sent this event before with another body, which counts. Send a change under a new sourceId.",
                        raw(record.value())));
    }

    /** It is of somebody who was erased: nothing of it is kept. */
    static Record<String, Object> suppressed(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata) {
        return rejection(
                record,
                metadata,
                new RejectionReason(
                        RejectionCode.SUPPRESSED,
                        "This is of somebody who was erased. It was not counted, and what arrived is not kept.",
                        ""));
    }

    private static Record<String, Object> rejection(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata, RejectionReason reason) {
        var engagement = record.value();
        var time = Instant.ofEpochMilli(record.timestamp());
        var origin = metadata == null
                ? Topic.ENGAGEMENT_RECEIVED.name()
                : metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset();
        var rejected = new EngagementRejected(
                DeterministicIds.of("rejection", origin),
                engagement.agency(),
                engagement.brand(),
                engagement.source(),
                reason.code(),
                reason.message(),
                origin,
                engagement.id(),
                reason.raw(),
                time,
                PublicEvent.SOURCE);
        var key = engagement.brandKey().key(engagement.source());
        var topic = Topic.ENGAGEMENT_REJECTED;
        return PublicEvent.eventRecord(
                new PublicEvent(topic, JSON.write(rejected)),
                new CloudEvent(rejected.id().toString(), topic.type(), "urn:rapport:" + PublicEvent.SOURCE, key, time));
    }

    /** Why, for machines and for people, and what is kept of it. */
    private record RejectionReason(RejectionCode code, String message, String raw) {}

    private static String raw(EngagementReceived engagement) {
        var json = new String(EngagementValidator.JSON.write(engagement), StandardCharsets.UTF_8);
        return json.length() <= MAX_RAW_CHARACTERS ? json : json.substring(0, MAX_RAW_CHARACTERS);
    }
}
