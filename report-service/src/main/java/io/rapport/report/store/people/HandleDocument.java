package io.rapport.report.store.people;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.SafeLink;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** A handle as a document, found by the person it belongs to. */
final class HandleDocument {

    static final String PERSON = "p";
    static final String STATUS = "s";
    static final String SINCE = "f";
    private static final String NAME = "n";
    private static final String LINK = "u";
    private static final String WHOLE = "v";

    private static final CompressedEventCodec<HandleAssigned> PACKED = new CompressedEventCodec<>(HandleAssigned.class);

    private HandleDocument() {}

    static Document write(HandleAssigned handle) {
        var profile = handle.profile();
        return new Document(
                        PERSON, handle.handleKey().brand().key(handle.person().toString()))
                .append(STATUS, handle.status().ordinal())
                .append(SINCE, handle.since().toEpochMilli())
                .append(NAME, profile.name() != null ? profile.name() : profile.displayName())
                .append(LINK, SafeLink.of(profile.url()))
                .append(WHOLE, PACKED.encode(handle));
    }

    static PersonHandle read(Document document) {
        var state = VersionedUpserts.state(document);
        var key = HandleKey.of(document.getString("_id"));
        return new PersonHandle(
                key.channel(),
                key.handle(),
                state.getString(NAME),
                state.getString(LINK),
                AssignmentStatus.values()[state.getInteger(STATUS)]);
    }

    static Optional<HandleAssigned> readEvent(Document document) {
        return Optional.ofNullable(VersionedUpserts.state(document).get(WHOLE, Binary.class))
                .map(PACKED::decode);
    }

    static UUID person(Document document) {
        return UUID.fromString(
                TopicKeys.split(VersionedUpserts.state(document).getString(PERSON)).get(2));
    }
}
