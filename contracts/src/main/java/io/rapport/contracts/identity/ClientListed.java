package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a brand's client list: the full state of it. It holds personal data and is read inside the installation only.
 *
 * @param client the row's external id, unique in the brand
 * @param name full name
 * @param emailHash keyed hash of the e-mail address
 * @param handles the accounts the brand knows to be theirs
 * @param fields whatever else the list says, by column
 * @param at when the list was imported
 * @param details what helps to recognise them; null from writers that do not know it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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

    /** A row that says no more than who they are. */
    public ClientListed(
            String agency,
            String brand,
            String client,
            @Nullable String name,
            @Nullable String emailHash,
            List<ClientHandle> handles,
            Map<String, String> fields,
            Instant at) {
        this(agency, brand, client, name, emailHash, handles, fields, at, null);
    }

    /** Whose client. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
