package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementValue;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Maps the rows of one request to engagements: validates every field, and adds the fields that the server determines. */
final class EngagementReader {

    private final IntakeRequest request;
    private final ActorReader actors;
    private final EngagementValueReader values;
    private final PaidMarkerMatcher markers;
    private final ZoneId zone;
    private @Nullable Object sourceWritten;
    private String source = "";
    private @Nullable Object channelWritten;
    private String channel = "";

    EngagementReader(IntakeRequest request, ContactHasher hasher) {
        this.request = request;
        this.actors = new ActorReader(hasher, request.brand());
        this.values = new EngagementValueReader(request.brand(), actors);
        this.markers = new PaidMarkerMatcher(request.brand().paidMarkers());
        this.zone = ZoneId.of(request.brand().timeZone());
    }

    /**
     * Reads the engagement in a row.
     *
     * @param warnings receives the path of each detail that is left out, and the reason
     * @throws InputRejectedException if the row is invalid
     */
    EngagementReceived read(Map<?, ?> row, BiConsumer<String, String> warnings) {
        var fields = InputFields.of(row);
        requireSameBrand(fields);
        var source = source(fields);
        var sourceId = sourceId(fields);
        var direction = required(Direction.class, fields, "direction");
        var reversal = EngagementValueReader.isReversal(fields.value("kind"));
        var kind = kind(fields, direction, reversal);
        var occurredAt = TimestampReader.read(fields, "occurredAt", request.receivedAt(), request.epoch());
        var channel = channel(fields);
        var value = value(fields, channel, reversal);
        var actor = actors.read(fields.object("actor"), channel, warnings);
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
                .actor(isTotal(value) ? ActorBuilder.builder(actor).bot(true).build() : actor)
                .staff(fields.optionalObject("staff")
                        .map(EngagementPartsReader::staff)
                        .orElse(null))
                .object(fields.optionalObject("object")
                        .map(EngagementPartsReader::message)
                        .orElse(null))
                .content(fields.optionalObject("content")
                        .map(content -> EngagementPartsReader.content(content, markers))
                        .orElse(null))
                .value(value == null || !isTotal(value) ? value : requireVisits(kind, direction, value))
                .day(day(occurredAt))
                .revision(fields.count("revision", EngagementReceived.MAX_REVISION))
                .withdrawn(Boolean.TRUE.equals(fields.flag("withdrawn")) ? Boolean.TRUE : null)
                .mentions(actors.readMentions(fields, channel, actor))
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

    /** The source of a row, or the default source of the request. Most rows have the source of the row before. */
    String source(InputFields fields) {
        var written = fields.value("source");
        if (written == null && request.defaultSource() != null) {
            return request.defaultSource();
        }
        if (written == null || !written.equals(sourceWritten)) {
            source = fields.requiredToken("source");
            sourceWritten = written;
        }
        return source;
    }

    private @Nullable EngagementValue value(InputFields fields, String channel, boolean reversal) {
        var value = reversal ? Optional.of(fields.object("value")) : fields.optionalObject("value");
        return value.map(each -> values.read(each, channel, reversal)).orElse(null);
    }

    /** Whether an engagement stands for visits whose visitors are not known. They belong to no person: the account is treated as a bot. */
    private static boolean isTotal(@Nullable EngagementValue value) {
        return value != null && value.visits() != null;
    }

    private static EngagementValue requireVisits(EngagementKind kind, Direction direction, EngagementValue value) {
        if (kind != EngagementKind.VISIT || direction != Direction.INBOUND) {
            throw InputRejectedException.invalid(
                    "value.visits", "is a number of visits; only an inbound VISIT can have it.");
        }
        return value;
    }

    private static String sourceId(InputFields fields) {
        var id = fields.requiredId("sourceId", InputFields.MAX_ID);
        if (UnusableAccountPolicy.isRounded(id)) {
            throw InputRejectedException.invalid(
                    fields.path("sourceId"),
                    "is '%s', a number that a spreadsheet rounded: different rows have the same. Export the file again, with its ids as text."
                            .formatted(id));
        }
        return id;
    }

    /** Most rows of a request have the channel of the row before, as it is written. */
    private String channel(InputFields fields) {
        var written = fields.value("channel");
        if (written == null || !written.equals(channelWritten)) {
            channel = fields.requiredChannel();
            channelWritten = written;
        }
        return channel;
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

    private static EngagementKind kind(InputFields fields, Direction direction, boolean reversal) {
        var kind = reversal ? EngagementKind.PURCHASE : required(EngagementKind.class, fields, "kind");
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
