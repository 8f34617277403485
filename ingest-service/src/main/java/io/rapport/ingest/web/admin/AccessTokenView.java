package io.rapport.ingest.web.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access token in a response.
 *
 * @param token the token in clear; only in the response to its issue
 * @param name the name that the owner gave the token
 * @param brands the brands that the token is limited to; empty for all brands of the agency
 * @param expiresAt the time of expiry; omitted for none
 * @param lastUsedAt the time at which the token was last used, to the hour; omitted for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessTokenView(
        UUID id,
        @Nullable String token,
        String name,
        Set<String> brands,
        Set<Scope> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static AccessTokenView of(TokenIssued issued, @Nullable String token, @Nullable Instant lastUsedAt) {
        return new AccessTokenView(
                issued.id(),
                token,
                issued.name(),
                issued.brands(),
                issued.scopes(),
                issued.issuedAt(),
                issued.expiresAt(),
                lastUsedAt);
    }
}
