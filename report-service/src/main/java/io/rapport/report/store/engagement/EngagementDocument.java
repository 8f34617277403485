package io.rapport.report.store.engagement;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.messaging.JsonSerde;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.engagement.TimelineEntry;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An engagement as a document: the little a timeline shows, and nothing for what is not there. */
final class EngagementDocument {

    static final String HANDLE = "h";
    static final String AT = "t";
    static final String DIRECTION = "d";
    static final String KIND = "k";
    /** All of it, as it came: a timeline has no use for it, and who asks what is held on them has. */
    static final String WHOLE = "e";

    private static final JsonSerde<EngagementReceived> JSON = new JsonSerde<>(EngagementReceived.class);

    private static final String TEXT = "x";
    private static final String LINK = "u";
    private static final String STAFF = "s";
    private static final String WITHHELD = "w";
    private static final String CUT = "…";

    private EngagementDocument() {}

    static String id(EngagementReceived engagement) {
        return engagement.brandKey().key(engagement.id().toString());
    }

    static Document write(EngagementReceived engagement) {
        var document = new Document(HANDLE, engagement.handleKey().key())
                .append(AT, engagement.occurredAt().toEpochMilli())
                .append(DIRECTION, engagement.direction().name())
                .append(KIND, engagement.kind().name())
                .append(WHOLE, new Binary(Objects.requireNonNull(JSON.write(engagement))));
        put(document, TEXT, text(engagement));
        put(document, LINK, link(engagement));
        put(document, STAFF, staff(engagement));
        put(document, WITHHELD, withheld(engagement));
        return document;
    }

    static TimelineEntry read(Document document) {
        var handle = HandleKey.of(document.getString(HANDLE));
        return new TimelineEntry(
                UUID.fromString(TopicKeys.split(document.getString("_id")).get(2)),
                Instant.ofEpochMilli(document.getLong(AT)),
                Direction.valueOf(document.getString(DIRECTION)),
                EngagementKind.valueOf(document.getString(KIND)),
                handle.channel(),
                handle.handle(),
                document.getString(TEXT),
                document.getString(LINK),
                document.getString(STAFF),
                document.getString(WITHHELD),
                null);
    }

    static UUID engagement(Document document) {
        return UUID.fromString(TopicKeys.split(document.getString("_id")).get(2));
    }

    static Optional<EngagementReceived> readEvent(Document document) {
        var kept = document.get(WHOLE, Binary.class);
        return kept == null ? Optional.empty() : Optional.ofNullable(JSON.read(kept.getData()));
    }

    private static void put(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static @Nullable String text(EngagementReceived engagement) {
        var content = engagement.content();
        var text = content == null ? null : content.text();
        if (text == null || text.length() <= EngagementRepository.MAX_TEXT) {
            return text;
        }
        var end = EngagementRepository.MAX_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private static @Nullable String link(EngagementReceived engagement) {
        var object = engagement.object();
        return object == null ? null : SafeLink.of(object.url());
    }

    private static @Nullable String staff(EngagementReceived engagement) {
        var staff = engagement.staff();
        if (staff == null) {
            return null;
        }
        return staff.name() != null ? staff.name() : staff.id();
    }

    private static @Nullable String withheld(EngagementReceived engagement) {
        if (engagement.kind() == EngagementKind.POST) {
            return "post";
        }
        if (engagement.actor().isBot()) {
            return "bot";
        }
        return engagement.isPaid() ? "paid" : null;
    }
}
