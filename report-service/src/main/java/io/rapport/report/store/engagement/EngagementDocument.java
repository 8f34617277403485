package io.rapport.report.store.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.engagement.ChannelContact;
import io.rapport.report.domain.engagement.EngagementListing;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.PaidCount;
import io.rapport.report.domain.engagement.PaidPost;
import io.rapport.report.domain.engagement.PostKey;
import io.rapport.report.domain.engagement.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Maps an engagement to a document: the fields a timeline shows, without those that are null, and the whole event. */
final class EngagementDocument {

    static final String HANDLE = "handle";
    static final String OCCURRED_AT = "occurredAt";
    static final String DIRECTION = "direction";
    static final String KIND = "kind";

    /**
     * The brand and the time of an inbound engagement with a text or a reference to another message; missing in others, and in
     * documents of earlier releases until the projection is rebuilt.
     */
    static final String SPOKEN = "spoken";

    /**
     * The brand, the listing and the time of an engagement that has a listing; missing in others, and in documents of earlier
     * releases until the projection is rebuilt.
     */
    static final String LISTED = "listed";

    /**
     * The key of a public post of the brand by channel and message id; missing in other engagements, and in documents of earlier
     * releases until the projection is rebuilt.
     */
    static final String POST = "post";

    /**
     * The brand and the time of an engagement that is neither withheld nor a refund; missing in others, and in documents of
     * earlier releases until the projection is rebuilt.
     */
    static final String BRAND_TIME = "brandTime";

    /**
     * The keys of the messages that an inbound engagement which is not withheld refers to: what it answers, shares, or belongs to the
     * conversation of. Missing in others, and in documents of earlier releases until the projection is rebuilt.
     */
    static final String ABOUT = "about";

    /** The rank of the revision; absent in a plain engagement. */
    static final String REVISION = "revision";

    /** Whether it is withdrawn: such a document has no other fields than the handle. */
    static final String WITHDRAWN = "withdrawn";

    /** The event as it was received, for the export of a person's data; timelines leave it out. */
    static final String EVENT = "event";

    private static final JsonSerde<EngagementReceived> JSON = new JsonSerde<>(EngagementReceived.class);
    static final String TEXT = "text";
    private static final String LINK = "link";
    static final String STAFF = "staff";
    private static final String WITHHELD = "withheld";
    private static final String MINUTES = "minutes";
    static final String VISITS = "visits";
    private static final String ELLIPSIS = "…";

    private EngagementDocument() {}

    static String id(EngagementReceived engagement) {
        return engagement.brandKey().key(engagement.id().toString());
    }

    static Document write(EngagementReceived engagement) {
        return engagement.withdraws()
                ? new Document(HANDLE, engagement.handleKey().key()).append(WITHDRAWN, true)
                : writeDetails(engagement);
    }

    /** Writes the engagement as a revision that can replace another. */
    static Document writeRevision(EngagementReceived engagement) {
        var document = new Document("_id", id(engagement));
        document.putAll(write(engagement));
        return document.append(REVISION, engagement.revisionRank());
    }

    /** The rank of a stored revision. */
    static long rank(Document document) {
        var rank = document.getLong(REVISION);
        return rank == null ? 0 : rank;
    }

    private static Document writeDetails(EngagementReceived engagement) {
        var document = new Document(HANDLE, engagement.handleKey().key())
                .append(OCCURRED_AT, engagement.occurredAt().toEpochMilli())
                .append(DIRECTION, engagement.direction().name())
                .append(KIND, engagement.kind().name())
                .append(EVENT, new Binary(Objects.requireNonNull(JSON.write(engagement))));
        appendIfPresent(document, TEXT, text(engagement));
        appendIfPresent(document, LINK, link(engagement));
        appendIfPresent(document, STAFF, staff(engagement));
        appendIfPresent(document, WITHHELD, withheld(engagement));
        var time = timeKey(engagement.brandKey(), engagement.occurredAt());
        if (withheld(engagement) == null && !isRefund(engagement)) {
            document.append(BRAND_TIME, time);
        }
        if (isSpoken(engagement)) {
            document.append(SPOKEN, time);
        }
        var messages = messages(engagement);
        if (!messages.isEmpty()) {
            document.append(ABOUT, messages);
        }
        var value = engagement.value();
        if (value != null && value.minutes() != null) {
            document.append(MINUTES, value.minutes());
        }
        if (value != null && value.visits() != null) {
            document.append(VISITS, value.visits());
        }
        var object = engagement.object();
        if (engagement.kind() == EngagementKind.POST && object != null && object.id() != null) {
            document.append(POST, postKey(engagement.brandKey(), new PostKey(engagement.channel(), object.id())));
        }
        var listing = EngagementListing.of(engagement);
        if (listing != null) {
            document.append(LISTED, listedAt(engagement.brandKey(), listing, engagement.occurredAt()));
        }
        return document;
    }

    /** The value of {@link #LISTED} at a time: sorts by time within a listing of a brand. */
    static String listedAt(BrandKey brand, EngagementListing listing, Instant time) {
        return brand.key(listing.name(), sortable(time));
    }

    /** The value of {@link #POST} of a post. */
    static String postKey(BrandKey brand, PostKey post) {
        return brand.key(post.channel(), post.post());
    }

    /** The value of {@link #ABOUT} of a message: 60 bits of a hash, since ids of messages can be as long as addresses. */
    static long messageKey(BrandKey brand, PostKey message) {
        return DeterministicIds.of("message", postKey(brand, message)).getMostSignificantBits();
    }

    /** As scoring counts the engagements with a post. */
    private static List<Long> messages(EngagementReceived engagement) {
        var object = engagement.object();
        if (object == null || engagement.direction() != Direction.INBOUND || withheld(engagement) != null) {
            return List.of();
        }
        return Stream.of(object.inReplyTo(), object.shareOf(), object.conversation())
                .filter(Objects::nonNull)
                .filter(message -> !message.equals(object.id()))
                .distinct()
                .map(message -> messageKey(engagement.brandKey(), new PostKey(engagement.channel(), message)))
                .toList();
    }

    static PostKey readPostKey(Document document) {
        var parts = TopicKeys.split(document.getString(POST));
        return new PostKey(parts.get(2), parts.get(3));
    }

    /** A brand and a time: sorts by time within a brand. */
    static String timeKey(BrandKey brand, Instant time) {
        return brand.key(sortable(time));
    }

    private static String sortable(Instant time) {
        return String.format(Locale.ROOT, "%015d", time.toEpochMilli());
    }

    private static boolean isRefund(EngagementReceived engagement) {
        var value = engagement.value();
        return engagement.kind() == EngagementKind.PURCHASE
                && value != null
                && value.amount() != null
                && value.amount().signum() < 0;
    }

    private static boolean isSpoken(EngagementReceived engagement) {
        var object = engagement.object();
        return engagement.direction() == Direction.INBOUND
                && (text(engagement) != null
                        || object != null && (object.inReplyTo() != null || object.shareOf() != null));
    }

    static TimelineEntry read(Document document) {
        var handle = HandleKey.of(document.getString(HANDLE));
        var details = new TimelineEntry.EntryDetails(
                document.getString(TEXT),
                document.getString(LINK),
                document.getString(STAFF),
                document.getString(WITHHELD));
        return new TimelineEntry(
                engagement(document),
                Instant.ofEpochMilli(document.getLong(OCCURRED_AT)),
                Direction.valueOf(document.getString(DIRECTION)),
                EngagementKind.valueOf(document.getString(KIND)),
                handle.channel(),
                handle.handle(),
                details,
                null);
    }

    static ChannelContact readContact(Document document) {
        var minutes = document.getDouble(MINUTES);
        return ChannelContact.of(
                engagement(document),
                HandleKey.of(document.getString(HANDLE)),
                Instant.ofEpochMilli(document.getLong(OCCURRED_AT)),
                Direction.valueOf(document.getString(DIRECTION)),
                EngagementKind.valueOf(document.getString(KIND)),
                document.getString(TEXT),
                minutes == null ? 0 : minutes);
    }

    /** A paid engagement, with the count of the visits that it stands for. */
    static PaidCount readPaid(Document document) {
        var visits = document.getLong(VISITS);
        return new PaidCount(
                HandleKey.of(document.getString(HANDLE)).channel(),
                Direction.valueOf(document.getString(DIRECTION)),
                EngagementKind.valueOf(document.getString(KIND)),
                visits == null ? 1 : visits);
    }

    static PaidPost readPaidPost(Document document) {
        return new PaidPost(
                HandleKey.of(document.getString(HANDLE)).channel(),
                document.containsKey(POST) ? readPostKey(document).post() : null,
                document.getString(TEXT),
                document.getString(LINK),
                Instant.ofEpochMilli(document.getLong(OCCURRED_AT)));
    }

    static UUID engagement(Document document) {
        return UUID.fromString(TopicKeys.split(document.getString("_id")).get(2));
    }

    static Optional<EngagementReceived> readEvent(Document document) {
        var json = document.get(EVENT, Binary.class);
        return json == null ? Optional.empty() : Optional.ofNullable(JSON.read(json.getData()));
    }

    private static void appendIfPresent(Document document, String field, @Nullable String value) {
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
        var end = EngagementRepository.MAX_TEXT - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
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
