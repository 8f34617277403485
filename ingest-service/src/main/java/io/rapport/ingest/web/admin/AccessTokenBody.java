package io.rapport.ingest.web.admin;

import io.rapport.contracts.access.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request for an access token may hold, for the OpenAPI document.
 *
 * @param brands all brands of the agency if left out
 */
record AccessTokenBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Set<Scope> scopes,
        @Nullable Set<String> brands,
        @Nullable Instant expiresAt) {}
