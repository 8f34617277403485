package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a brand's client list: the full state of it. It holds personal data and is read inside the installation only.
 *
 * @param client the row's external id, unique in the brand
 * @param name full name
 * @param emailHash keyed hash of the e-mail address
 * @param handles the accounts that the brand lists for the client
 * @param fields the other columns of the list, by header
 * @param at when the list was imported
 * @param details attributes for matching; null from writers of an earlier version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record ClientListed(
        String agency,
        String brand,
        String client,
        @Nullable String name,
        @Nullable String emailHash,
        List<ClientHandle> handles,
        Map<String, String> fields,
        Instant at,
        @Nullable ClientDetails details) {

    /** The hashes of all e-mail addresses of the client, the first one first. */
    public List<String> emailHashes() {
        return Stream.concat(Stream.ofNullable(emailHash), further().emailHashes().stream())
                .distinct()
                .toList();
    }

    /** The hashes of all telephone numbers of the client, the first one first. */
    public List<String> phoneHashes() {
        var first = details == null ? null : details.phoneHash();
        return Stream.concat(Stream.ofNullable(first), further().phoneHashes().stream())
                .distinct()
                .toList();
    }

    /** The hashes of the mailboxes that the client's e-mail addresses are other spellings of. */
    public List<String> mailboxHashes() {
        return further().mailboxHashes();
    }

    private FurtherContacts further() {
        return details == null || details.further() == null ? FurtherContacts.NONE : details.further();
    }

    /** The brand of the client. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
