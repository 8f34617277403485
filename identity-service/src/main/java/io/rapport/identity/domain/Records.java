package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.matching.Account;
import io.rapport.identity.matching.Field;
import io.rapport.identity.matching.MatchRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is compared of handles and of rows of the client list: column mapping and nothing else. */
final class Records {

    /** Nobody's name is longer; what is, is compared by its beginning. */
    private static final int LONGEST = 300;

    /** Nobody's page links to more of their own. */
    private static final int MOST_LINKS = 20;

    private Records() {}

    static MatchRecord of(HandleAssigned handle) {
        var profile = handle.profile();
        var name = profile.name() == null ? handle.handle() : profile.name();
        var record =
                MatchRecord.handle(handle.handleKey().key(), new Account(handle.channel(), cut(name), handle.handle()));
        record = with(record, Field.DISPLAY_NAME, profile.displayName());
        record = with(record, Field.LINK, profile.url());
        record = with(record, Field.EMAIL_HASH, profile.emailHash());
        record = with(record, Field.PHONE_HASH, profile.phoneHash());
        record = with(record, Field.LOCATION, profile.location());
        record = with(record, Field.WEBFINGER, profile.webFinger());
        return all(record, Field.REL_ME, profile.relMe());
    }

    static MatchRecord of(ClientListed row) {
        var record = MatchRecord.client(Beginnings.person(row).person().toString());
        for (var handle : row.handles()) {
            record = record.with(new Account(handle.channel(), cut(handle.handle()), null));
        }
        record = with(record, Field.FULL_NAME, row.name());
        record = with(record, Field.EMAIL_HASH, row.emailHash());
        var details = row.details();
        return details == null ? record : all(detailed(record, details), Field.LINK, details.links());
    }

    private static MatchRecord detailed(MatchRecord record, ClientDetails details) {
        var more = with(record, Field.GIVEN_NAME, details.givenName());
        more = with(more, Field.FAMILY_NAME, details.familyName());
        more = with(more, Field.EMAIL_LOCAL_HASH, details.emailLocalHash());
        more = with(more, Field.EMAIL_DOMAIN_HASH, details.emailDomainHash());
        more = with(more, Field.PHONE_HASH, details.phoneHash());
        more = with(more, Field.BIRTH_DATE, details.birthDate());
        more = with(more, Field.ORGANISATION, details.organisation());
        more = with(more, Field.STREET, details.street());
        more = with(more, Field.CITY, details.city());
        more = with(more, Field.POSTCODE, details.postcode());
        more = with(more, Field.REGION, details.region());
        return with(more, Field.COUNTRY, details.country());
    }

    /** The handle a record stands for; nothing when it stands for a row. */
    static Optional<HandleKey> handle(String id) {
        return id.indexOf(TopicKeys.SEPARATOR) >= 0 ? Optional.of(HandleKey.of(id)) : Optional.empty();
    }

    /** The records of a person: of their handles, and of those rows by which they, or who was merged into them, are clients. */
    static List<String> ids(Family family) {
        var ids = new ArrayList<String>();
        family.handleKeys().forEach(key -> ids.add(key.key()));
        family.everybody().stream()
                .map(StoredPerson::state)
                .filter(person -> Beginnings.isClient(person, person.clientId()))
                .map(person -> person.person().toString())
                .forEach(ids::add);
        return ids;
    }

    static UUID client(String id) {
        return UUID.fromString(id);
    }

    private static MatchRecord with(MatchRecord record, Field field, @Nullable String value) {
        return value == null ? record : record.with(field, cut(value));
    }

    private static MatchRecord all(MatchRecord record, Field field, @Nullable List<String> values) {
        var more = record;
        for (var value : values == null ? List.<String>of() : values.subList(0, Math.min(MOST_LINKS, values.size()))) {
            more = with(more, field, value);
        }
        return more;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
