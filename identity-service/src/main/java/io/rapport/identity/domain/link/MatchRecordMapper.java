package io.rapport.identity.domain.link;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.PersonNameRules;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.AccountIds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps handles and client rows to records of the matcher. */
public final class MatchRecordMapper {

    /** Longer values are truncated. */
    private static final int MAX_LENGTH = 300;

    /** Further links are ignored. */
    private static final int MAX_LINKS = 20;

    private MatchRecordMapper() {}

    /** The record of a handle, with the contacts that are evidence. */
    public static MatchRecord toRecord(HandleAssigned handle, ContactPolicy contacts) {
        var profile = handle.profile();
        var record = MatchRecord.handle(
                handle.handleKey().key(), new RecordAccount(handle.channel(), accountName(handle), handle.handle()));
        record = with(record, RecordField.DISPLAY_NAME, profile.displayName());
        record = with(record, RecordField.LINK, profile.url());
        var email = profile.emailHash();
        if (email != null && contacts.allowsEmail(email)) {
            record = with(record, RecordField.EMAIL_HASH, email);
            record = with(record, RecordField.EMAIL_HASH, contacts.joinsMailboxes() ? profile.mailboxHash() : null);
        }
        var phone = profile.phoneHash();
        record = with(record, RecordField.PHONE_HASH, phone != null && contacts.allowsPhone(phone) ? phone : null);
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

    /** The record of a client row, with the contacts and accounts that are evidence. */
    public static MatchRecord toRecord(ClientListed row, ContactPolicy contacts) {
        var record = MatchRecord.client(InitialStates.clientKey(row).person().toString());
        for (var handle : row.handles()) {
            if (!contacts.allowsAccount(handle.channel(), handle.handle())) {
                continue;
            }
            record = record.with(new RecordAccount(handle.channel(), truncate(handle.handle()), null));
        }
        record = with(record, RecordField.FULL_NAME, PersonNameRules.isName(row.name()) ? row.name() : null);
        record = withAll(record, RecordField.EMAIL_HASH, allowedEmails(row, contacts));
        record = withAll(
                record,
                RecordField.PHONE_HASH,
                row.phoneHashes().stream().filter(contacts::allowsPhone).toList());
        var details = row.details();
        if (details == null) {
            return record;
        }
        var email = row.emailHash();
        var local = email == null || contacts.allowsEmail(email) ? details.emailLocalHash() : null;
        record = with(withDetails(record, details), RecordField.EMAIL_LOCAL_HASH, local);
        return withAll(record, RecordField.LINK, details.links());
    }

    private static List<String> allowedEmails(ClientListed row, ContactPolicy contacts) {
        var mailboxes = contacts.joinsMailboxes() ? row.mailboxHashes() : List.<String>of();
        return Stream.concat(row.emailHashes().stream(), mailboxes.stream())
                .filter(contacts::allowsEmail)
                .distinct()
                .toList();
    }

    private static MatchRecord withDetails(MatchRecord record, ClientDetails details) {
        var more = with(record, RecordField.GIVEN_NAME, details.givenName());
        more = with(more, RecordField.FAMILY_NAME, details.familyName());
        more = with(more, RecordField.EMAIL_DOMAIN_HASH, details.emailDomainHash());
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
