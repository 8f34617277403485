package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a user sets a password, once.
 *
 * @param hash SHA-256 of the secret of the link, lower-case hex
 * @param expiresAt when the link expires
 * @param acceptedAt when it was used; null until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserInvitation(
        String hash, Instant expiresAt, @Nullable Instant acceptedAt) {}
