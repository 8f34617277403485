package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.TopicKeys;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is valid now; a null value on the topic revokes it. The token itself is shown once and never stored.
 *
 * @param agency the agency whose data it grants access to
 * @param id of the token
 * @param name the name its owner gave it
 * @param hash SHA-256 of the token, lower-case hex: tokens are 256 random bits, so that a plain hash cannot be reversed by search
 * @param brands the brands it is limited to; empty means all of the agency
 * @param scopes what it permits
 * @param issuedAt when it was issued
 * @param expiresAt when it expires; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenIssued(
        String agency,
        UUID id,
        String name,
        String hash,
        Set<String> brands,
        Set<Scope> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    /** Sorts brands and scopes, so that equal tokens have equal JSON. */
    public TokenIssued {
        brands = Collections.unmodifiableSet(new TreeSet<>(brands));
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** Whether it has expired at a time. */
    public boolean isExpired(Instant at) {
        return expiresAt != null && !at.isBefore(expiresAt);
    }

    /** This token's key on the topic. */
    public String key() {
        return TopicKeys.join(agency, id.toString());
    }
}
