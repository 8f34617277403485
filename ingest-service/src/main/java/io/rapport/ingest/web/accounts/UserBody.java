package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.UserRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation or a change of a user may hold, for the OpenAPI document.
 *
 * @param email of an invitation only
 * @param brands all brands of the agency if left out
 */
record UserBody(
        @Nullable String email,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UserRole role,
        @Nullable Set<String> brands) {}
