package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link with which a client reads one brand, as it is valid now; a null value on the topic revokes it. Its secret is shown
 * once and never stored.
 *
 * @param brand the brand that it shows
 * @param month the only month that it shows, as {@code 2026-10}; null for all of the brand
 * @param name who it is for
 * @param hash SHA-256 of the secret, lower-case hex
 * @param password the hash of the password with the name of its algorithm; null for none
 * @param issuedAt when it was issued
 * @param expiresAt when it expires
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkIssued(
        String agency,
        UUID id,
        String brand,
        @Nullable String month,
        String name,
        String hash,
        @Nullable String password,
        Instant issuedAt,
        Instant expiresAt) {

    /** The key of a link on the topic. */
    public static String key(BrandKey brand, UUID id) {
        return brand.key(id.toString());
    }

    /** This link's key on the topic. */
    public String key() {
        return key(brandKey(), id);
    }

    /** Whether it has expired at a time. */
    public boolean isExpired(Instant at) {
        return !at.isBefore(expiresAt);
    }

    /** The brand that it shows. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }

    /** Omits the hashes, which must not be logged. */
    @Override
    public String toString() {
        return "LinkIssued[" + key() + "]";
    }
}
