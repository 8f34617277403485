package io.rapport.report.mongo;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.report.domain.Profile;
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

    private static final Packed<PersonDescribed> PACKED = new Packed<>(PersonDescribed.class);

    private ProfileDocument() {}

    static Document write(PersonDescribed person) {
        var mergedInto = person.mergedInto();
        return new Document(NAME, person.name())
                .append(CLIENT_ID, person.clientId())
                .append(SINCE, person.since().toEpochMilli())
                .append(MERGED_INTO, mergedInto == null ? null : mergedInto.toString())
                .append(WHOLE, PACKED.pack(person));
    }

    static Profile read(Document document) {
        var state = Upserts.state(document);
        return new Profile(
                UUID.fromString(TopicKeys.split(document.getString("_id")).get(2)),
                state.getString(NAME),
                state.getString(CLIENT_ID),
                Instant.ofEpochMilli(state.getLong(SINCE)),
                uuid(state.getString(MERGED_INTO)));
    }

    static Optional<PersonDescribed> whole(Document document) {
        return Optional.ofNullable(Upserts.state(document).get(WHOLE, Binary.class))
                .map(PACKED::unpack);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
