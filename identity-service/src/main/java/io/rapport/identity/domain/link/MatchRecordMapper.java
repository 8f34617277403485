package io.rapport.identity.domain.link;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.ListedName;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.AccountIds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps handles and client rows to records of the matcher. */
public final class MatchRecordMapper {

    /** Longer values are truncated. */
    private static final int MAX_LENGTH = 300;

    /** Further links are ignored. */
    private static final int MAX_LINKS = 20;

    private MatchRecordMapper() {}

    public static MatchRecord toRecord(HandleAssigned handle) {
        var profile = handle.profile();
        var record = MatchRecord.handle(
                handle.handleKey().key(), new RecordAccount(handle.channel(), accountName(handle), handle.handle()));
        record = with(record, RecordField.DISPLAY_NAME, profile.displayName());
        record = with(record, RecordField.LINK, profile.url());
        record = with(record, RecordField.EMAIL_HASH, profile.emailHash());
        record = with(record, RecordField.PHONE_HASH, profile.phoneHash());
        record = with(record, RecordField.LOCATION, profile.location());
        record = with(record, RecordField.WEBFINGER, profile.webFinger());
        return withAll(record, RecordField.REL_ME, profile.relMe());
    }

    /** The name of the account; its id unless ids of the channel are no names. */
    private static @Nullable String accountName(HandleAssigned handle) {
        var name = handle.profile().name();
        if (name == null && AccountIds.isCaseSensitive(handle.channel(), handle.handle())) {
            return null;
        }
        return truncate(name == null ? handle.handle() : name);
    }

    public static MatchRecord toRecord(ClientListed row) {
        var record = MatchRecord.client(InitialStates.clientKey(row).person().toString());
        for (var handle : row.handles()) {
            record = record.with(new RecordAccount(handle.channel(), truncate(handle.handle()), null));
        }
        record = with(record, RecordField.FULL_NAME, ListedName.isName(row.name()) ? row.name() : null);
        record = with(record, RecordField.EMAIL_HASH, row.emailHash());
        var details = row.details();
        return details == null ? record : withAll(withDetails(record, details), RecordField.LINK, details.links());
    }

    private static MatchRecord withDetails(MatchRecord record, ClientDetails details) {
        var more = with(record, RecordField.GIVEN_NAME, details.givenName());
        more = with(more, RecordField.FAMILY_NAME, details.familyName());
        more = with(more, RecordField.EMAIL_LOCAL_HASH, details.emailLocalHash());
        more = with(more, RecordField.EMAIL_DOMAIN_HASH, details.emailDomainHash());
        more = with(more, RecordField.PHONE_HASH, details.phoneHash());
        more = with(more, RecordField.BIRTH_DATE, details.birthDate());
        more = with(more, RecordField.ORGANISATION, details.organisation());
        more = with(more, RecordField.STREET, details.street());
        more = with(more, RecordField.CITY, details.city());
        more = with(more, RecordField.POSTCODE, details.postcode());
        more = with(more, RecordField.REGION, details.region());
        return with(more, RecordField.COUNTRY, details.country());
    }

    /** The handle of a record; empty for the record of a client row. */
    public static Optional<HandleKey> handleKey(String id) {
        return id.indexOf(TopicKeys.SEPARATOR) >= 0 ? Optional.of(HandleKey.of(id)) : Optional.empty();
    }

    /** The ids of the records of a family: its handles, and the client rows of its members. */
    public static List<String> recordIds(PersonFamily family) {
        var ids = new ArrayList<String>();
        family.handleKeys().forEach(key -> ids.add(key.key()));
        family.members().stream()
                .map(StoredPerson::state)
                .filter(person -> InitialStates.isClient(person, person.clientId()))
                .map(person -> person.person().toString())
                .forEach(ids::add);
        return ids;
    }

    public static UUID clientPersonId(String id) {
        return UUID.fromString(id);
    }

    private static MatchRecord with(MatchRecord record, RecordField field, @Nullable String value) {
        return value == null ? record : record.with(field, truncate(value));
    }

    private static MatchRecord withAll(MatchRecord record, RecordField field, @Nullable List<String> values) {
        var more = record;
        for (var value : values == null ? List.<String>of() : values.subList(0, Math.min(MAX_LINKS, values.size()))) {
            more = with(more, field, value);
        }
        return more;
    }

    private static String truncate(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
