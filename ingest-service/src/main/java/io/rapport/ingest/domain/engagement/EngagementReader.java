package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.text.TextCleaner;
import io.rapport.ingest.domain.input.TimestampReader;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.RejectionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes engagements of the rows of one arrival: reads every field, and fills in what the server knows. */
final class EngagementReader {

    static final int MAX_SOURCE_ID = 512;

    private final IntakeRequest arrival;
    private final ActorReader actors;
    private final PaidMarkerMatcher markers;
    private final ZoneId zone;

    EngagementReader(IntakeRequest arrival, ContactHasher hashes) {
        this.arrival = arrival;
        this.actors = new ActorReader(hashes, arrival.brand().agency());
        this.markers = new PaidMarkerMatcher(arrival.brand().paidMarkers());
        this.zone = ZoneId.of(arrival.brand().timeZone());
    }

    /**
     * The engagement in a row.
     *
     * @throws InputRejectedException if there is none in it that can be accepted
     */
    EngagementReceived read(Map<?, ?> row) {
        var fields = InputFields.of(row);
        requireSameBrand(fields);
        var source = source(fields);
        var sourceId = fields.requiredId("sourceId", MAX_SOURCE_ID);
        var direction = required(Direction.class, fields, "direction");
        var kind = kind(fields, direction);
        var occurredAt = TimestampReader.read(fields, "occurredAt", arrival.receivedAt());
        return new EngagementReceived(
                DeterministicIds.engagement(arrival.brandKey(), source, sourceId),
                arrival.brand().agency(),
                arrival.brand().brand(),
                fields.requiredToken("channel"),
                source,
                sourceId,
                occurredAt,
                arrival.receivedAt(),
                direction,
                kind,
                actors.read(fields.object("actor")),
                fields.optionalObject("staff").map(EngagementPartsReader::staff).orElse(null),
                fields.optionalObject("object").map(EngagementPartsReader::message).orElse(null),
                fields.optionalObject("content")
                        .map(content -> EngagementPartsReader.content(content, markers))
                        .orElse(null),
                fields.optionalObject("value").map(EngagementPartsReader::value).orElse(null),
                day(occurredAt));
    }

    /** The id a row would have had, where it says enough for that. */
    Optional<UUID> idOf(Map<?, ?> row) {
        try {
            var fields = InputFields.of(row);
            return Optional.of(DeterministicIds.engagement(
                    arrival.brandKey(), source(fields), fields.requiredId("sourceId", MAX_SOURCE_ID)));
        } catch (InputRejectedException e) {
            return Optional.empty();
        }
    }

    /** The source of a row. */
    String source(InputFields fields) {
        var source = fields.token("source");
        if (source == null && arrival.defaultSource() != null) {
            return arrival.defaultSource();
        }
        return fields.required("source", source);
    }

    private LocalDate day(Instant occurredAt) {
        return occurredAt.atZone(zone).toLocalDate();
    }

    private void requireSameBrand(InputFields fields) {
        requireEqual(fields, "agency", arrival.brand().agency());
        requireEqual(fields, "brand", arrival.brand().brand());
    }

    private static void requireEqual(InputFields fields, String name, String expected) {
        var given = fields.id(name, MAX_SOURCE_ID);
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
                    "direction is INBOUND, but a POST is the brand speaking: OUTBOUND. What people write is a MENTION or COMMENT.");
        }
        return kind;
    }

    private static <E extends Enum<E>> E required(Class<E> words, InputFields fields, String name) {
        return EnumValueReader.read(words, fields.required(name, fields.value(name)), fields.path(name));
    }
}
