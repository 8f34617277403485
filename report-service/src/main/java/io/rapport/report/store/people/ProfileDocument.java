package io.rapport.report.store.people;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.report.domain.identity.PersonProfile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A person's profile as a document. */
final class ProfileDocument {

    private static final String NAME = "n";
    private static final String CLIENT_ID = "c";
    private static final String SINCE = "f";
    private static final String MERGED_INTO = "m";
    private static final String WHOLE = "v";

    private static final CompressedEventCodec<PersonDescribed> PACKED = new CompressedEventCodec<>(PersonDescribed.class);

    private ProfileDocument() {}

    static Document write(PersonDescribed person) {
        var mergedInto = person.mergedInto();
        return new Document(NAME, person.name())
                .append(CLIENT_ID, person.clientId())
                .append(SINCE, person.since().toEpochMilli())
                .append(MERGED_INTO, mergedInto == null ? null : mergedInto.toString())
                .append(WHOLE, PACKED.encode(person));
    }

    static PersonProfile read(Document document) {
        var state = VersionedUpserts.state(document);
        return new PersonProfile(
                UUID.fromString(TopicKeys.split(document.getString("_id")).get(2)),
                state.getString(NAME),
                state.getString(CLIENT_ID),
                Instant.ofEpochMilli(state.getLong(SINCE)),
                uuid(state.getString(MERGED_INTO)));
    }

    static Optional<PersonDescribed> readEvent(Document document) {
        return Optional.ofNullable(VersionedUpserts.state(document).get(WHOLE, Binary.class))
                .map(PACKED::decode);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
