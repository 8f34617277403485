package io.rapport.report.store.people;

import static io.rapport.mongo.EmbeddedStoreWorkarounds.stateOf;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.report.domain.identity.NameWords;
import io.rapport.report.domain.identity.PersonProfile;
import io.rapport.report.store.bson.StoredEventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Maps a person to a document: the fields of the profile, and the whole event with all decisions. */
final class ProfileDocument {

    /** First, so that of the same version a document with words replaces one of an earlier release without them. */
    static final String WORDS = "words";

    static final String BRAND = "brand";
    private static final String NAME = "name";
    private static final String CLIENT_ID = "clientId";
    private static final String SINCE = "since";
    private static final String MERGED_INTO = "mergedInto";
    static final String EVENT = "event";
    private static final StoredEventCodec<PersonDescribed> CODEC = new StoredEventCodec<>(PersonDescribed.class);

    private ProfileDocument() {}

    static Document write(PersonDescribed person) {
        var mergedInto = person.mergedInto();
        // A merged person is found by the survivor's names.
        return new Document(WORDS, mergedInto == null ? NameWords.of(person.name()) : List.of())
                .append(BRAND, person.brandKey().key())
                .append(NAME, person.name())
                .append(CLIENT_ID, person.clientId())
                .append(SINCE, person.since().toEpochMilli())
                .append(MERGED_INTO, mergedInto == null ? null : mergedInto.toString())
                .append(EVENT, CODEC.encode(person));
    }

    static PersonProfile read(Document document) {
        var state = stateOf(document);
        return new PersonProfile(
                person(document),
                state.getString(NAME),
                state.getString(CLIENT_ID),
                Instant.ofEpochMilli(state.getLong(SINCE)),
                uuid(state.getString(MERGED_INTO)));
    }

    static UUID person(Document document) {
        return UUID.fromString(TopicKeys.split(document.getString("_id")).get(2));
    }

    static Optional<PersonDescribed> readEvent(Document document) {
        return Optional.ofNullable(stateOf(document).get(EVENT, Binary.class)).map(CODEC::decode);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
