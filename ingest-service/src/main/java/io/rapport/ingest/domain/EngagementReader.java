package io.rapport.ingest.domain;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.Kind;
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

    private final Arrival arrival;
    private final ActorReader actors;
    private final PaidMarkers markers;
    private final ZoneId zone;

    EngagementReader(Arrival arrival, ContactHashes hashes) {
        this.arrival = arrival;
        this.actors = new ActorReader(hashes, arrival.brand().agency());
        this.markers = new PaidMarkers(arrival.brand().paidMarkers());
        this.zone = ZoneId.of(arrival.brand().timeZone());
    }

    /**
     * The engagement in a row.
     *
     * @throws NotAccepted if there is none in it that can be accepted
     */
    EngagementReceived read(Map<?, ?> row) {
        var fields = Fields.of(row);
        sameBrand(fields);
        var source = source(fields);
        var sourceId = fields.requiredId("sourceId", MAX_SOURCE_ID);
        var direction = required(Direction.class, fields, "direction");
        var kind = kind(fields, direction);
        var occurredAt = Moments.read(fields, "occurredAt", arrival.at());
        return new EngagementReceived(
                DeterministicIds.engagement(arrival.key(), source, sourceId),
                arrival.brand().agency(),
                arrival.brand().brand(),
                fields.requiredToken("channel"),
                source,
                sourceId,
                occurredAt,
                arrival.at(),
                direction,
                kind,
                actors.read(fields.object("actor")),
                fields.optionalObject("staff").map(PartsReader::staff).orElse(null),
                fields.optionalObject("object").map(PartsReader::message).orElse(null),
                fields.optionalObject("content")
                        .map(content -> PartsReader.content(content, markers))
                        .orElse(null),
                fields.optionalObject("value").map(PartsReader::value).orElse(null),
                day(occurredAt));
    }

    /** The id a row would have had, where it says enough for that. */
    Optional<UUID> idOf(Map<?, ?> row) {
        try {
            var fields = Fields.of(row);
            return Optional.of(DeterministicIds.engagement(
                    arrival.key(), source(fields), fields.requiredId("sourceId", MAX_SOURCE_ID)));
        } catch (NotAccepted e) {
            return Optional.empty();
        }
    }

    /** The source of a row. */
    String source(Fields fields) {
        var source = fields.token("source");
        if (source == null && arrival.source() != null) {
            return arrival.source();
        }
        return fields.required("source", source);
    }

    private LocalDate day(Instant occurredAt) {
        return occurredAt.atZone(zone).toLocalDate();
    }

    private void sameBrand(Fields fields) {
        same(fields, "agency", arrival.brand().agency());
        same(fields, "brand", arrival.brand().brand());
    }

    private static void same(Fields fields, String name, String expected) {
        var given = fields.id(name, MAX_SOURCE_ID);
        if (given != null && !given.equals(expected)) {
            throw NotAccepted.invalid(
                    name, "is '%s', but the row was sent to '%s'.".formatted(Texts.shown(given), expected));
        }
    }

    private static Kind kind(Fields fields, Direction direction) {
        var kind = required(Kind.class, fields, "kind");
        if (kind == Kind.POST && direction != Direction.OUTBOUND) {
            throw new NotAccepted(
                    RejectionCode.INVALID_FIELD,
                    "direction",
                    "direction is INBOUND, but a POST is the brand speaking: OUTBOUND. What people write is a MENTION or COMMENT.");
        }
        return kind;
    }

    private static <E extends Enum<E>> E required(Class<E> words, Fields fields, String name) {
        return Words.read(words, fields.required(name, fields.value(name)), fields.path(name));
    }
}
