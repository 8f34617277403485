package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An access token as the page shows it.
 *
 * @param brands the brands the token is limited to; empty for all
 * @param expiresAt the time of expiry; null for none
 * @param expired whether that has passed
 * @param lastUsedAt the time at which it was last used; null for never
 */
record TokenRow(
        UUID id,
        String name,
        String scopes,
        String brands,
        String issuedAt,
        @Nullable String expiresAt,
        boolean expired,
        @Nullable String lastUsedAt) {

    static TokenRow of(TokenIssued token, @Nullable Instant lastUsedAt, Instant now) {
        var expiresAt = token.expiresAt();
        return new TokenRow(
                token.id(),
                PageText.line(token.name()),
                token.scopes().stream().map(Scope::name).collect(Collectors.joining(", ")),
                String.join(", ", token.brands()),
                PageText.time(token.issuedAt()),
                expiresAt == null ? null : PageText.time(expiresAt),
                token.isExpired(now),
                lastUsedAt == null ? null : PageText.time(lastUsedAt));
    }
}
