package io.rapport.report.store.people;

import static io.rapport.mongo.EmbeddedStoreWorkarounds.stateOf;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.report.domain.SafeLink;
import io.rapport.report.domain.identity.NameWords;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.store.bson.StoredEventCodec;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** Maps a handle assignment to a document: the fields that lists show and sort by, and the whole event. */
final class HandleDocument {

    /** First, so that of the same version a document with words replaces one of an earlier release without them. */
    static final String WORDS = "words";

    static final String BRAND = "brand";
    static final String CHANNEL = "channel";
    static final String PERSON = "person";

    /** The ordinal of the {@link AssignmentStatus}: handles are sorted by it, most reliable first. */
    static final String STATUS_RANK = "statusRank";

    static final String SINCE = "since";

    private static final String NAME = "name";
    private static final String LINK = "link";
    static final String EVENT = "event";
    private static final StoredEventCodec<HandleAssigned> CODEC = new StoredEventCodec<>(HandleAssigned.class);

    private HandleDocument() {}

    static Document write(HandleAssigned handle) {
        var profile = handle.profile();
        var key = handle.handleKey();
        return new Document(WORDS, NameWords.of(key.handle(), profile.name(), profile.displayName()))
                .append(PERSON, key.brand().key(handle.person().toString()))
                .append(BRAND, key.brand().key())
                .append(CHANNEL, key.channel())
                .append(STATUS_RANK, handle.status().ordinal())
                .append(SINCE, handle.since().toEpochMilli())
                .append(NAME, profile.name() != null ? profile.name() : profile.displayName())
                .append(LINK, SafeLink.of(profile.url()))
                .append(EVENT, CODEC.encode(handle));
    }

    static PersonHandle read(Document document) {
        var state = stateOf(document);
        var key = HandleKey.of(document.getString("_id"));
        return new PersonHandle(
                key.channel(),
                key.handle(),
                state.getString(NAME),
                state.getString(LINK),
                AssignmentStatus.values()[state.getInteger(STATUS_RANK)]);
    }

    static Optional<HandleAssigned> readEvent(Document document) {
        return Optional.ofNullable(stateOf(document).get(EVENT, Binary.class)).map(CODEC::decode);
    }

    static UUID person(Document document) {
        return person(stateOf(document).getString(PERSON));
    }

    /** The person of a value of {@link #PERSON}. */
    static UUID person(String key) {
        return UUID.fromString(TopicKeys.split(key).get(2));
    }
}
