package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.TimestampReader;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Maps the rows of one request to engagements: validates every field, and adds the fields that the server determines. */
final class EngagementReader {

    private final IntakeRequest request;
    private final ActorReader actors;
    private final PaidMarkerMatcher markers;
    private final ZoneId zone;

    EngagementReader(IntakeRequest request, ContactHasher hasher) {
        this.request = request;
        this.actors = new ActorReader(hasher, request.brand().agency());
        this.markers = new PaidMarkerMatcher(request.brand().paidMarkers());
        this.zone = ZoneId.of(request.brand().timeZone());
    }

    /**
     * Reads the engagement in a row.
     *
     * @throws InputRejectedException if the row is invalid
     */
    EngagementReceived read(Map<?, ?> row) {
        var fields = InputFields.of(row);
        requireSameBrand(fields);
        var source = source(fields);
        var sourceId = fields.requiredId("sourceId", InputFields.MAX_ID);
        var direction = required(Direction.class, fields, "direction");
        var kind = kind(fields, direction);
        var occurredAt = TimestampReader.read(fields, "occurredAt", request.receivedAt());
        var channel = fields.requiredChannel();
        return EngagementReceivedBuilder.builder()
                .id(DeterministicIds.engagement(request.brandKey(), source, sourceId))
                .agency(request.brand().agency())
                .brand(request.brand().brand())
                .channel(channel)
                .source(source)
                .sourceId(sourceId)
                .occurredAt(occurredAt)
                .receivedAt(request.receivedAt())
                .direction(direction)
                .kind(kind)
                .actor(actors.read(fields.object("actor"), channel))
                .staff(fields.optionalObject("staff")
                        .map(EngagementPartsReader::staff)
                        .orElse(null))
                .object(fields.optionalObject("object")
                        .map(EngagementPartsReader::message)
                        .orElse(null))
                .content(fields.optionalObject("content")
                        .map(content -> EngagementPartsReader.content(content, markers))
                        .orElse(null))
                .value(fields.optionalObject("value")
                        .map(EngagementPartsReader::value)
                        .orElse(null))
                .day(day(occurredAt))
                .build();
    }

    /** The id that a rejected row would have had; empty when the row does not determine it. */
    Optional<UUID> idOf(Map<?, ?> row) {
        try {
            var fields = InputFields.of(row);
            return Optional.of(DeterministicIds.engagement(
                    request.brandKey(), source(fields), fields.requiredId("sourceId", InputFields.MAX_ID)));
        } catch (InputRejectedException e) {
            return Optional.empty();
        }
    }

    /** The source of a row, or the default source of the request. */
    String source(InputFields fields) {
        var source = fields.token("source");
        if (source == null && request.defaultSource() != null) {
            return request.defaultSource();
        }
        return fields.required("source", source);
    }

    private LocalDate day(Instant occurredAt) {
        return occurredAt.atZone(zone).toLocalDate();
    }

    private void requireSameBrand(InputFields fields) {
        requireEqual(fields, "agency", request.brand().agency());
        requireEqual(fields, "brand", request.brand().brand());
    }

    private static void requireEqual(InputFields fields, String name, String expected) {
        var given = fields.id(name, InputFields.MAX_ID);
        if (given != null && !given.equals(expected)) {
            throw InputRejectedException.invalid(
                    name, "is '%s', but the row was sent to '%s'.".formatted(TextCleaner.abbreviate(given), expected));
        }
    }

    private static EngagementKind kind(InputFields fields, Direction direction) {
        var kind = required(EngagementKind.class, fields, "kind");
        if (kind == EngagementKind.POST && direction != Direction.OUTBOUND) {
            throw new InputRejectedException(
                    RejectionCode.INVALID_FIELD,
                    "direction",
                    "direction is INBOUND, but a POST is published by the brand and has to be OUTBOUND. Use MENTION or COMMENT for posts by other people.");
        }
        return kind;
    }

    private static <E extends Enum<E>> E required(Class<E> words, InputFields fields, String name) {
        return EnumValueReader.read(words, fields.required(name, fields.value(name)), fields.path(name));
    }
}
