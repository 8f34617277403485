package io.rapport.scoring.topology.handle;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.scoring.topology.support.PublicEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Creates the events of engagements that scoring rejects. */
final class RejectionEvents {

    private static final JsonSerde<EngagementRejected> JSON = new JsonSerde<>(EngagementRejected.class);
    private static final int MAX_RAW_CHARACTERS = 1 << 20;

    private RejectionEvents() {}

    /**
     * An event with the same id and another body came before: the first one counts, this one is published whole as rejected.
     */
    static Record<String, PublicEvent> conflict(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata) {
        return conflict(
                record,
                metadata,
                "An event with this sourceId was received before with another body; the first one counts. Send the change with a higher revision.");
    }

    /**
     * An event with the same id was counted before, but it is not known as what: by an earlier version of Rapport, or for another
     * account.
     */
    static Record<String, PublicEvent> unknownRevision(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata) {
        return conflict(
                record,
                metadata,
                "An event with this sourceId was counted before, by a version of Rapport that could not change it, or for another account; the first one counts. Send the change with a new sourceId.");
    }

    /** The handle was erased: the engagement is rejected and its body is not kept. */
    static Record<String, PublicEvent> suppressed(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata) {
        return rejection(
                record,
                metadata,
                new RejectionReason(
                        RejectionCode.SUPPRESSED,
                        "The handle of this engagement was erased. The engagement was not counted and its content is not kept.",
                        ""));
    }

    private static Record<String, PublicEvent> conflict(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata, String message) {
        return rejection(record, metadata, new RejectionReason(RejectionCode.CONFLICT, message, raw(record.value())));
    }

    private static Record<String, PublicEvent> rejection(
            Record<String, EngagementReceived> record, @Nullable RecordMetadata metadata, RejectionReason reason) {
        var engagement = record.value();
        var time = Instant.ofEpochMilli(record.timestamp());
        var origin = metadata == null
                ? Topic.ENGAGEMENT_RECEIVED.name()
                : metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset();
        var rejected = EngagementRejectedBuilder.builder()
                .id(DeterministicIds.of("rejection", origin))
                .agency(engagement.agency())
                .brand(engagement.brand())
                .source(engagement.source())
                .code(reason.code())
                .message(reason.message())
                .origin(origin)
                .engagement(engagement.id())
                .raw(reason.raw())
                .rejectedAt(time)
                .by(PublicEvent.SOURCE)
                .build();
        var key = engagement.brandKey().key(engagement.source());
        var topic = Topic.ENGAGEMENT_REJECTED;
        return PublicEvent.eventRecord(
                new PublicEvent(topic, JSON.write(rejected)),
                new CloudEvent(rejected.id().toString(), topic.type(), "urn:rapport:" + PublicEvent.SOURCE, key, time));
    }

    /** The code, the message and the raw engagement, shortened to the maximum length. */
    private record RejectionReason(RejectionCode code, String message, String raw) {}

    private static String raw(EngagementReceived engagement) {
        var json = new String(EngagementValidator.JSON.write(engagement), StandardCharsets.UTF_8);
        return json.length() <= MAX_RAW_CHARACTERS ? json : json.substring(0, MAX_RAW_CHARACTERS);
    }
}
