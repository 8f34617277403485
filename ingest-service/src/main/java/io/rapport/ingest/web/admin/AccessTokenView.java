package io.rapport.ingest.web.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown.
 *
 * @param id of the token
 * @param token the token itself, shown once, when it is issued; left out afterwards
 * @param name what its owner calls it
 * @param brands the brands it is limited to; empty for all of the agency
 * @param scopes what it may do
 * @param issuedAt when
 * @param expiresAt from when on it is void; left out for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessTokenView(
        UUID id,
        @Nullable String token,
        String name,
        Set<String> brands,
        Set<Scope> scopes,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    static AccessTokenView of(TokenIssued issued, @Nullable String token) {
        return new AccessTokenView(
                issued.id(),
                token,
                issued.name(),
                issued.brands(),
                issued.scopes(),
                issued.issuedAt(),
                issued.expiresAt());
    }
}
